import { isRecord } from './json';

/** The body of POST /api/datasources and PUT /api/datasources/uid/:uid; what is absent is empty, as Go decodes it. */
export interface DataSourceCommand {
  uid: string;
  /** Empty: a new one is named after its type. */
  name: string;
  type: string;
  access: string;
  url: string;
  user: string;
  database: string;
  basicAuth: boolean;
  basicAuthUser: string;
  withCredentials: boolean;
  isDefault: boolean;
  jsonData?: Record<string, unknown>;
  secureJsonData: Record<string, string>;
  /** 0: written without a look at the stored version. */
  version: number;
  apiVersion: string;
}

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

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a body; undefined when a required field (type, access) is missing or a field has the wrong type. */
export function parseDataSourceCommand(body: unknown): DataSourceCommand | undefined {
  if (!isRecord(body) || !text(body.type) || !text(body.access)) {
    return undefined;
  }
  const { jsonData, secureJsonData, version } = body;
  const secrets = Object.entries(isRecord(secureJsonData) ? secureJsonData : {});
  if (secrets.some(([, value]) => typeof value !== 'string')) {
    return undefined;
  }
  return {
    uid: text(body.uid),
    name: text(body.name),
    type: text(body.type),
    access: text(body.access),
    url: text(body.url),
    user: text(body.user),
    database: text(body.database),
    basicAuth: body.basicAuth === true,
    basicAuthUser: text(body.basicAuthUser),
    withCredentials: body.withCredentials === true,
    isDefault: body.isDefault === true,
    jsonData: isRecord(jsonData) ? jsonData : undefined,
    secureJsonData: Object.fromEntries(secrets.map(([key, value]) => [key, String(value)])),
    version: typeof version === 'number' ? version : 0,
    apiVersion: text(body.apiVersion),
  };
}

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
