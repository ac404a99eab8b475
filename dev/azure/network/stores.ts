import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { type CertificateAuthority } from '../certificates';
import { type Clock } from '../clock';
import { type StoreSpec } from './storeSpecs';
import { type OpenPort } from './view';

/** The data stores. They listen on no port: the only way in is what the network's proxy hands over. */
export class Stores {
  private servers = new Map<string, Promise<HttpServer | HttpsServer>>();

  constructor(
    private readonly authority: CertificateAuthority,
    private readonly clock: Clock
  ) {}

  /** Who answers at this port; undefined where connections are taken and nothing is ever said. */
  async serverAt({ store, use, isPublic }: OpenPort): Promise<HttpServer | HttpsServer | undefined> {
    if (use === 'tcp') {
      return undefined;
    }
    const key = `${store.target.name} ${store.target.type} ${store.speaks} ${store.certificate.join()} ${use} ${String(isPublic)}`;
    const server = this.servers.get(key) ?? this.create(store, use, isPublic);
    this.servers.set(key, server);
    return server;
  }

  private async create(store: StoreSpec, use: 'http' | 'https', isPublic: boolean): Promise<HttpServer | HttpsServer> {
    const listener = getRequestListener((isPublic ? publicFace() : storeApi(store, this.clock)).fetch);
    const server =
      use === 'http'
        ? createHttpServer(listener)
        : createHttpsServer(await this.authority.issue(store.certificate), listener);
    // A connection that is kept would outlast the endpoint that it uses.
    server.maxRequestsPerSocket = 1;
    return server;
  }
}

type Routes = (app: Hono, clock: Clock) => void;

const seconds = (clock: Clock) => Math.floor(clock.now() / 1000);
const success = (resultType: string, result: unknown[]) => ({ status: 'success', data: { resultType, result } });

/** Prometheus' query API, for the queries that a health check asks: sums of two numbers, and `up`. */
const prometheus: Routes = (app, clock) => {
  const answer = (query: string) => {
    const sum = /^\s*(\d+)\s*\+\s*(\d+)\s*$/.exec(query);
    if (sum) {
      return success('scalar', [seconds(clock), String(Number(sum[1]) + Number(sum[2]))]);
    }
    const up = { metric: { __name__: 'up', job: 'prometheus' }, value: [seconds(clock), '1'] };
    return success('vector', query.trim() === 'up' ? [up] : []);
  };
  app.post('/api/v1/query', async (c) => c.json(answer(new URLSearchParams(await c.req.text()).get('query') ?? '')));
  app.get('/api/v1/query', (c) => c.json(answer(c.req.query('query') ?? '')));
  app.get('/api/v1/status/buildinfo', (c) => c.json({ status: 'success', data: { version: '3.5.0' } }));
};

const speech: Record<StoreSpec['speaks'], Routes> = {
  prometheus,
  // One and one, which a health check asks for.
  loki: (app, clock) =>
    app.get('/loki/api/v1/query', (c) => c.json(success('vector', [{ metric: {}, value: [seconds(clock), '2'] }]))),
  tempo: (app) => app.get('/api/echo', (c) => c.text('echo')),
  elasticsearch: (app) => app.get('/_cluster/health', (c) => c.json({ cluster_name: 'search', status: 'green' })),
  influxdb: (app) => {
    app.get('/ping', (c) => c.body(null, 204));
    // The measurements, which InfluxQL is asked for, and the buckets, which Flux is.
    const series = [{ name: 'measurements', columns: ['name'], values: [['temperature']] }];
    app.get('/query', (c) => c.json({ results: [{ statement_id: 0, series }] }));
    const buckets =
      '#datatype,string,long,string\n#group,false,false,false\n#default,_result,,\n,result,table,name\n,,0,sensors\n';
    app.post('/api/v2/query', (c) => c.body(buckets, 200, { 'Content-Type': 'text/csv' }));
  },
  pyroscope: (app) => {
    app.get('/ready', (c) => c.text('ready'));
    // No profile types, as an empty message of Connect's protocol.
    app.post('/querier.v1.QuerierService/ProfileTypes', (c) =>
      c.body('', 200, { 'Content-Type': 'application/proto' })
    );
  },
  clickhouse: (app) => app.get('/ping', (c) => c.text('Ok.\n')),
  kusto: (app) => app.get('/v1/rest/ping', (c) => c.text('Pong!')),
  none: () => undefined,
};

/** The store's HTTP API behind its sign-in. */
function storeApi({ speaks, basicAuth: credentials }: StoreSpec, clock: Clock): Hono {
  const app = new Hono();
  if (credentials) {
    app.use(basicAuth({ username: credentials.user, password: credentials.password }));
  }
  speech[speaks](app, clock);
  return app;
}

/** What an Azure service with public access switched off says to who comes over the internet. */
function publicFace(): Hono {
  const app = new Hono();
  const message = 'Access through public network is disabled for this resource.';
  app.all('*', (c) => c.json({ error: { code: 'PublicAccessDisabled', message } }, 403));
  return app;
}
