import { Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { type Clock } from '../clock';
import { type StoreSpec } from './storeSpecs';

type Routes = (app: Hono, clock: Clock) => void;

const seconds = (clock: Clock) => Math.floor(clock.now() / 1000);

/** Prometheus' query API, for the queries that a health check asks: sums of two numbers, and `up`. */
const prometheus: Routes = (app, clock) => {
  const answer = (query: string) => {
    const sum = /^\s*(\d+)\s*\+\s*(\d+)\s*$/.exec(query);
    if (sum) {
      const value = String(Number(sum[1]) + Number(sum[2]));
      return { status: 'success', data: { resultType: 'scalar', result: [seconds(clock), value] } };
    }
    if (query.trim() === 'up') {
      const result = [{ metric: { __name__: 'up', job: 'prometheus' }, value: [seconds(clock), '1'] }];
      return { status: 'success', data: { resultType: 'vector', result } };
    }
    return { status: 'success', data: { resultType: 'vector', result: [] } };
  };
  app.post('/api/v1/query', async (c) => c.json(answer(new URLSearchParams(await c.req.text()).get('query') ?? '')));
  app.get('/api/v1/query', (c) => c.json(answer(c.req.query('query') ?? '')));
  app.get('/api/v1/status/buildinfo', (c) => c.json({ status: 'success', data: { version: '3.5.0' } }));
};

const speech: Record<StoreSpec['speaks'], Routes> = {
  prometheus,
  // One and one, which a health check asks for.
  loki: (app, clock) =>
    app.get('/loki/api/v1/query', (c) =>
      c.json({
        status: 'success',
        data: { resultType: 'vector', result: [{ metric: {}, value: [seconds(clock), '2'] }] },
      })
    ),
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
export function storeApi({ speaks, basicAuth: credentials }: StoreSpec, clock: Clock): Hono {
  const app = new Hono();
  if (credentials) {
    app.use(basicAuth({ username: credentials.user, password: credentials.password }));
  }
  speech[speaks](app, clock);
  return app;
}

/** What an Azure service with public access switched off says to who comes over the internet. */
export function publicFace(): Hono {
  const app = new Hono();
  app.all('*', (c) =>
    c.json(
      {
        error: {
          code: 'PublicAccessDisabled',
          message: 'Access through public network is disabled for this resource.',
        },
      },
      403
    )
  );
  return app;
}
