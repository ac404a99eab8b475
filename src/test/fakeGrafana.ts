import { http, HttpResponse } from 'msw';
import { type DataSource } from '../domain/address/dataSource';
import { type JsonObject } from '../domain/json';

interface Health {
  status: number;
  body: JsonObject;
}

/**
 * The data sources of this Grafana behind its own API, with the rules that a change meets: versions, read-only ones,
 * rights, and one that vanished. Each call is noted as "METHOD uid".
 */
export class FakeGrafana {
  readonly sources = new Map<string, DataSource>();
  readonly calls: string[] = [];
  /** Bodies that were written, whole. */
  readonly written: JsonObject[] = [];
  /** By uid; good without an entry. */
  readonly health = new Map<string, Health>();
  /** Called before a write is taken: another user may be faster. */
  beforeWrite: (uid: string) => unknown = () => undefined;
  /** The user may not change these. */
  readonly forbidden = new Set<string>();
  /** Text put into the raw answer of a read, where JavaScript would change it. */
  rawExtra = '';

  constructor(...sources: Array<Partial<DataSource> & { uid: string }>) {
    for (const source of sources) {
      const whole = { name: source.uid, type: 'prometheus', access: 'proxy', version: 1, readOnly: false, ...source };
      this.sources.set(source.uid, whole as DataSource);
    }
  }

  source(uid: string): DataSource {
    const found = this.sources.get(uid);
    if (!found) {
      throw new Error(`no such data source: ${uid}`);
    }
    return found;
  }

  /** Someone else changes a data source. */
  change(uid: string, fields: JsonObject): void {
    const before = this.source(uid);
    this.sources.set(uid, { ...before, ...fields, version: Number(before.version) + 1 });
  }

  /** Calls that were made with a method. */
  count(method: string): number {
    return this.calls.filter((call) => call.startsWith(method)).length;
  }

  readonly handlers = [
    http.get('*/api/datasources', () => {
      this.calls.push('LIST');
      // The list tells no version and no names of secrets.
      const hidden = { version: undefined, secureJsonFields: undefined };
      return HttpResponse.json([...this.sources.values()].map((source) => ({ ...source, ...hidden })));
    }),
    http.get<{ uid: string }>('*/api/datasources/uid/:uid', ({ params }) => {
      this.calls.push(`GET ${params.uid}`);
      const found = this.sources.get(params.uid);
      if (!found) {
        return refusal(404, 'Data source not found');
      }
      const answer = { ...found, accessControl: { 'datasources:write': !this.forbidden.has(params.uid) } };
      const text = JSON.stringify(answer);
      return new HttpResponse(this.rawExtra ? `${text.slice(0, -1)},${this.rawExtra}}` : text);
    }),
    http.put<{ uid: string }, DataSource>('*/api/datasources/uid/:uid', async ({ params, request }) => {
      this.calls.push(`PUT ${params.uid}`);
      const body = await request.json();
      await this.beforeWrite(params.uid);
      const found = this.sources.get(params.uid);
      if (!found) {
        return refusal(404, 'Data source not found');
      }
      if (this.forbidden.has(params.uid)) {
        return refusal(403, "You'll need additional permissions to perform this action: datasources:write");
      }
      if (found.readOnly === true) {
        return refusal(403, 'Cannot update read-only data source');
      }
      if (Number(found.version) > Number(body.version)) {
        return refusal(409, 'Datasource has already been updated by someone else. Please reload and try again');
      }
      this.written.push(body);
      const datasource = { ...body, version: Number(body.version) + 1 };
      this.sources.set(params.uid, datasource);
      return HttpResponse.json({ message: 'Datasource updated', id: 1, name: body.name, datasource });
    }),
    http.post<never, JsonObject>('*/api/datasources', async ({ request }) => {
      this.calls.push('POST');
      const body = await request.json();
      if ([...this.sources.values()].some(({ name }) => name === body.name)) {
        return refusal(409, 'data source with the same name already exists');
      }
      const datasource = { ...body, uid: 'made', name: String(body.name), type: String(body.type), version: 1 };
      this.sources.set('made', datasource);
      this.written.push(body);
      return HttpResponse.json({ message: 'Datasource added', id: 2, name: body.name, datasource });
    }),
    http.get<{ uid: string }>('*/api/datasources/uid/:uid/health', ({ params, request }) => {
      this.calls.push(`HEALTH ${params.uid} nocache=${request.headers.get('X-Grafana-NoCache') ?? ''}`);
      const { status, body } = this.health.get(params.uid) ?? { status: 200, body: { status: 'OK', message: 'Fine.' } };
      return HttpResponse.json(body, { status });
    }),
  ];
}

function refusal(status: number, message: string) {
  return HttpResponse.json({ message }, { status });
}

/** What the sample endpoint makes of the URL of `influxSource`. */
export const filledUrl = 'http://influx.internal.contoso.com:8086/api';

/** A data source that can be led over the sample endpoint, with members that nobody here owns. */
export const influxSource = (uid: string, fields = {}) => ({
  uid,
  name: uid,
  type: 'influxdb',
  url: 'http://old.example:8086/api',
  basicAuth: true,
  jsonData: { version: 'Flux', odd: { deep: [1, null, 'x'] } },
  secureJsonFields: { token: true },
  version: 3,
  typeLogoUrl: '',
  ...fields,
});
