import { Hono } from 'hono';

import { fullDto, listDto } from '../pages/dataSourceDtos';
import { type Preview } from '../preview';
import { parseDataSourceCommand } from '../state/dataSourceCommand';
import { GrafanaError } from '../state/grafanaError';
import { permissionsOf } from '../state/users';
import { readJson } from './readJson';
import { type PreviewEnv, permitted } from './requestUser';

/** /api/datasources of this Grafana (12.4 pkg/api/datasources.go); the routes by numeric id are gone, as from 13.0. */
export function dataSourceRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const sources = () => preview.state.dataSources;

  routes.get('/api/datasources', (c) => {
    permitted(c, 'datasources:read');
    return c.json(sources().list().map(listDto));
  });

  routes.get('/api/datasources/uid/:uid', (c) => {
    const user = permitted(c, 'datasources:read');
    const dto = fullDto(sources().byUid(c.req.param('uid')));
    if (c.req.query('accesscontrol') !== 'true') {
      return c.json(dto);
    }
    const granted = Object.entries(permissionsOf(user)).filter(([action]) => action.startsWith('datasources:'));
    return c.json({ ...dto, accessControl: Object.fromEntries(granted) });
  });

  routes.get('/api/datasources/name/:name', (c) => {
    permitted(c, 'datasources:read');
    return c.json(fullDto(sources().byName(c.req.param('name'))));
  });

  routes.post('/api/datasources', async (c) => {
    permitted(c, 'datasources:create');
    const datasource = fullDto(sources().add(command(await readJson(c))));
    return c.json({ message: 'Datasource added', id: datasource.id, name: datasource.name, datasource });
  });

  routes.put('/api/datasources/uid/:uid', async (c) => {
    permitted(c, 'datasources:write');
    const datasource = fullDto(sources().update(c.req.param('uid'), command(await readJson(c))));
    return c.json({ message: 'Datasource updated', id: datasource.id, name: datasource.name, datasource });
  });

  routes.delete('/api/datasources/uid/:uid', (c) => {
    permitted(c, 'datasources:delete');
    const { id } = sources().remove(c.req.param('uid'));
    return c.json({ message: 'Data source deleted', id });
  });

  routes.all('/api/datasources/uid/:uid/health', async (c) => {
    permitted(c, 'datasources:query');
    const source = sources().find(c.req.param('uid'));
    if (!source) {
      throw new GrafanaError(500, 'Unable to load datasource metadata');
    }
    const health = await preview.checkDataSource(source);
    if (!health) {
      throw new GrafanaError(500, 'Plugin unavailable', 'plugin.unavailable');
    }
    return c.json(health, health.status === 'OK' ? 200 : 400);
  });

  return routes;
}

function command(body: unknown) {
  const parsed = parseDataSourceCommand(body);
  if (!parsed) {
    throw new GrafanaError(400, 'bad request data');
  }
  return parsed;
}
