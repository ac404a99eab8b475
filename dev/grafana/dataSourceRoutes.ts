import { type Context, type Env, Hono } from 'hono';

import { fullDto, listDto } from './dataSourceDtos';
import { parseDataSourceCommand } from './dataSourceCommand';
import { type DataSourceHealthCheck } from './dataSourceHealth';
import { type DataSources } from './dataSources';
import { GrafanaError } from './grafanaError';
import { HealthRecords } from './healthRecords';

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
 * /api/datasources as Grafana 12.4 serves it (pkg/api/datasources.go); the routes by numeric id are gone, as from 13.0.
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
    const datasource = fullDto(grafana.sources().add(await command(c)));
    return c.json({ message: 'Datasource added', id: datasource.id, name: datasource.name, datasource });
  });

  routes.put('/api/datasources/uid/:uid', async (c) => {
    permit(c, 'datasources:write');
    const datasource = fullDto(grafana.sources().update(c.req.param('uid'), await command(c)));
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
    const health = await grafana.check(source);
    if (!health) {
      throw new GrafanaError(500, 'Plugin unavailable', 'plugin.unavailable');
    }
    return c.json(health, health.status === 'OK' ? 200 : 400);
  });

  return routes;
}

async function command(c: { req: { json(): Promise<unknown> } }) {
  const parsed = parseDataSourceCommand(await c.req.json().catch(() => undefined));
  if (!parsed) {
    throw new GrafanaError(400, 'bad request data');
  }
  return parsed;
}
