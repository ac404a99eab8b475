import { randomUUID } from 'node:crypto';

export type Body = Record<string, unknown>;

/** An answer with its JSON read. */
export interface Told extends Answer {
  body: Body;
}

const path = (uid: unknown, rest = '') => `/api/datasources/uid/${encodeURIComponent(String(uid))}${rest}`;

/** What a case does to a Grafana; it keeps in mind what was added, and removes it. */
export class TriedGrafana {
  private readonly added = new Set<string>();

  constructor(private readonly grafana: GrafanaUnderTest) {}

  /** A data source that no Grafana has yet, as the body of a request. */
  fresh(fields: Body = {}): Body {
    const uid = `api-case-${randomUUID().slice(0, 8)}`;
    this.added.add(uid);
    return { uid, name: uid, type: 'prometheus', access: 'proxy', url: 'http://metrics.contoso.com:9090', ...fields };
  }

  /** Adds a data source; the answer holds it as Grafana tells it. */
  async add(fields: Body = {}): Promise<Body> {
    const fresh = this.fresh(fields);
    const told = await this.create(fresh);
    if (told.status !== 200) {
      throw new Error(`not added: ${told.status} ${told.text}`);
    }
    return (await this.read(fresh.uid)).body;
  }

  /** The data source whose health is good. */
  addAnswering = () => this.add(this.grafana.answering);

  create = (body: Body, who?: Asker) => this.ask('POST', '/api/datasources', { body }, who);
  /** The body as JSON, under another content type. */
  createAs = (type: string, body: Body) =>
    this.ask('POST', '/api/datasources', { body, headers: { 'content-type': type } });
  read = (uid: unknown, who?: Asker) => this.ask('GET', `${path(uid)}?accesscontrol=true`, {}, who);
  write = (uid: unknown, body: Body, who?: Asker) => this.ask('PUT', path(uid), { body }, who);
  remove = (uid: unknown, who?: Asker) => this.ask('DELETE', path(uid), {}, who);

  /** Dashboards, each by its uid, and alert rules by folder: what may use a data source. */
  dashboards = (who?: Asker) => this.ask('GET', '/api/search?type=dash-db&limit=100', {}, who);
  dashboard = (uid: unknown) => this.ask('GET', `/api/dashboards/uid/${encodeURIComponent(String(uid))}`, {});
  alertRules = (who?: Asker) => this.ask('GET', '/api/ruler/grafana/api/v1/rules', {}, who);

  /** Health as Grafana's cache has it, or without the cache. */
  health = (uid: unknown, cache: 'cached' | 'fresh' = 'fresh') =>
    this.ask('GET', path(uid, '/health'), cache === 'fresh' ? { headers: { 'X-Grafana-NoCache': 'true' } } : {});

  /** One query of the data source, of the last minute. */
  query = ({ uid, type }: Body, query: Body) =>
    this.ask('POST', '/api/ds/query', {
      body: { from: 'now-1m', to: 'now', queries: [{ refId: 'A', datasource: { uid, type }, ...query }] },
    });

  async list(who?: Asker): Promise<{ status: number; text: string; sources: Body[] }> {
    const { status, text } = await this.grafana.ask(who ?? 'admin', 'GET', '/api/datasources');
    return { status, text, sources: status === 200 ? (JSON.parse(text) as Body[]) : [] };
  }

  /** Removes what was added and is still there. */
  async tidy(): Promise<void> {
    for (const uid of this.added) {
      await this.grafana.ask('admin', 'DELETE', path(uid));
    }
    this.added.clear();
  }

  private async ask(method: string, where: string, asked: Asked, who: Asker = 'admin'): Promise<Told> {
    const answer = await this.grafana.ask(who, method, where, asked);
    return { ...answer, body: JSON.parse(answer.text) as Body };
  }
}

/** Who asks: an org admin, a viewer, or someone whose credentials are wrong. */
export type Asker = 'admin' | 'viewer' | 'stranger';

export interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}

interface Answer {
  status: number;
  text: string;
}

/** A Grafana that the cases of `dataSourceCases.ts` are tried on. */
export interface GrafanaUnderTest {
  ask(who: Asker, method: string, path: string, asked?: Asked): Promise<Answer>;
  /** What a data source needs for its health to be good there. */
  answering: { type: string; url: string };
  close(): Promise<void>;
}
