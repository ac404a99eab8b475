import { z } from 'zod';

const text = z.string().catch('');
const flag = z.boolean().catch(false);
const record = z.record(z.string(), z.unknown());

/** The body of POST /api/datasources and PUT /api/datasources/uid/:uid; what is absent is empty, as Go decodes it. */
const commandSchema = z.object({
  uid: text,
  /** Empty: a new one is named after its type. */
  name: text,
  type: z.string().min(1),
  access: z.string().min(1),
  url: text,
  user: text,
  database: text,
  basicAuth: flag,
  basicAuthUser: text,
  withCredentials: flag,
  isDefault: flag,
  jsonData: record.optional().catch(undefined),
  secureJsonData: z
    .record(z.string(), z.string())
    .nullish()
    .transform((secrets) => secrets ?? {}),
  /** 0: written without a look at the stored version. */
  version: z.number().catch(0),
  apiVersion: text,
});

export type DataSourceCommand = z.infer<typeof commandSchema>;

/** Reads a body; undefined when a required field (type, access) is missing or a secret has the wrong type. */
export const parseDataSourceCommand = (body: unknown): DataSourceCommand | undefined =>
  commandSchema.safeParse(body).data;

/** Types whose address Grafana checks before it writes (pkg/api/datasource/validation.go, 12.4). */
const typesWithUrl = new Set([
  'graphite',
  'influxdb',
  'elasticsearch',
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'alertmanager',
  'jaeger',
  'loki',
  'opentsdb',
  'tempo',
  'zipkin',
  'mysql',
  'grafana-postgresql-datasource',
  'mssql',
]);

/** Whether the address is one that Grafana accepts for the type. */
export function hasUsableUrl({ type, url }: Pick<DataSourceCommand, 'type' | 'url'>): boolean {
  if (!typesWithUrl.has(type)) {
    return true;
  }
  if (type === 'mssql') {
    return /^[^:;\\]+(\\[^:;]+)?(:\d+)?(;.+)?$/.test(url);
  }
  return url !== '' && URL.canParse(/^[^:]*:\/\//.test(url) ? url : `http://${url}`);
}
