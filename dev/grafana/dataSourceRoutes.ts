import { type Context, type Env, Hono, type HonoRequest } from 'hono';
import { z } from 'zod';

import { parseDataSourceCommand } from './dataSourceCommand';
import { type DataSourceHealthCheck, HealthRecords } from './dataSourceHealth';
import { dependentRoutes } from './dependentRoutes';
import { type DataSources, type StoredDataSource } from './dataSources';
import { fullDto, listDto, isInstalled } from './dataSourceTypes';
import { GrafanaError, readJson } from './grafanaError';

/** What the routes need of the Grafana that serves them. */
export interface DataSourceGrafana<E extends Env> {
  /** Its store; a reset may bring another. */
  sources: () => DataSources;
  /** The RBAC actions of who asks. Throws GrafanaError 401 when nobody is signed in. */
  actions: (c: Context<E>) => string[];
  check: DataSourceHealthCheck;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * /api/datasources as Grafana 12 serves it (pkg/api/datasources.go); the routes by numeric id are gone, as from 13.0.
 * `dataSourceApi.test.ts` holds it against a real Grafana.
 */
export function dataSourceRoutes<E extends Env>(grafana: DataSourceGrafana<E>): Hono<E> {
  const routes = new Hono<E>();
  const records = new HealthRecords(grafana.now);
  const permit = (c: Context<E>, action: string) => {
    const actions = grafana.actions(c).filter((granted) => granted.startsWith('datasources:'));
    if (!actions.includes(action)) {
      throw new GrafanaError(
        403,
        `You'll need additional permissions to perform this action. Permissions needed: ${action}`
      );
    }
    return actions;
  };

  const checked = async (source: StoredDataSource) => {
    if (!isInstalled(source.type)) {
      throw new GrafanaError(404, 'Plugin not registered', 'plugin.notRegistered');
    }
    const health = await grafana.check(source);
    if (!health) {
      throw new GrafanaError(500, 'Plugin unavailable', 'plugin.unavailable');
    }
    return health;
  };

  routes.get('/api/datasources', (c) => {
    permit(c, 'datasources:read');
    return c.json(grafana.sources().list().map(listDto));
  });

  routes.get('/api/datasources/uid/:uid', (c) => {
    const actions = permit(c, 'datasources:read');
    const dto = fullDto(grafana.sources().byUid(c.req.param('uid')));
    if (c.req.query('accesscontrol') !== 'true') {
      return c.json(dto);
    }
    return c.json({ ...dto, accessControl: Object.fromEntries(actions.map((action) => [action, true])) });
  });

  routes.get('/api/datasources/name/:name', (c) => {
    permit(c, 'datasources:read');
    return c.json(fullDto(grafana.sources().byName(c.req.param('name'))));
  });

  routes.post('/api/datasources', async (c) => {
    permit(c, 'datasources:create');
    const datasource = fullDto(grafana.sources().add(await command(c.req)));
    return c.json({ message: 'Datasource added', id: datasource.id, name: datasource.name, datasource });
  });

  routes.put('/api/datasources/uid/:uid', async (c) => {
    permit(c, 'datasources:write');
    const datasource = fullDto(grafana.sources().update(c.req.param('uid'), await command(c.req)));
    return c.json({ message: 'Datasource updated', id: datasource.id, name: datasource.name, datasource });
  });

  routes.delete('/api/datasources/uid/:uid', (c) => {
    permit(c, 'datasources:delete');
    const { id } = grafana.sources().remove(c.req.param('uid'));
    return c.json({ message: 'Data source deleted', id });
  });

  // 200 only for OK.
  routes.all('/api/datasources/uid/:uid/health', async (c) => {
    permit(c, 'datasources:query');
    const isFresh = c.req.header('x-grafana-nocache') === 'true';
    const source = records.read(grafana.sources(), c.req.param('uid'), isFresh);
    if (!source) {
      throw new GrafanaError(500, 'Unable to load datasource metadata');
    }
    const { status, message, details } = await checked(source);
    return c.json({ status, message, details }, status === 'OK' ? 200 : 400);
  });

  // As far as a query tells why a data source doesn't answer; results are for nobody here.
  routes.post('/api/ds/query', async (c) => {
    permit(c, 'datasources:query');
    const asked = queryOf(await readJson(c.req));
    const { status, message, reason } = await checked(grafana.sources().byUid(asked.uid));
    const result =
      status === 'OK'
        ? { status: 200, frames: [] }
        : { error: reason ?? message, errorSource: 'downstream', status: 500 };
    return c.json({ results: { [asked.refId]: result } }, status === 'OK' ? 200 : 400);
  });

  routes.route('/', dependentRoutes<E>(grafana.actions));
  return routes;
}

async function command(request: HonoRequest) {
  const parsed = parseDataSourceCommand(await readJson(request));
  if (!parsed) {
    throw new GrafanaError(400, 'bad request data');
  }
  return parsed;
}

const querySchema = z.object({
  queries: z.array(z.object({ refId: z.string(), datasource: z.object({ uid: z.string() }) })),
});

/** The first query; this Grafana answers one at a time. */
function queryOf(body: unknown): { uid: string; refId: string } {
  const parsed = querySchema.safeParse(body);
  const query = parsed.data?.queries[0];
  if (!query) {
    throw parsed.success
      ? new GrafanaError(400, 'No queries found', 'query.noQueries')
      : new GrafanaError(400, 'bad request data');
  }
  return { uid: query.datasource.uid, refId: query.refId };
}
