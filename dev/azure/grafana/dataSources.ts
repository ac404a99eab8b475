import { type Hono } from 'hono';
import { fullDto, listDto } from '../../preview/pages/dataSourceDtos';
import { parseDataSourceCommand } from '../../preview/state/dataSourceCommand';
import { GrafanaError } from '../../preview/state/grafanaError';
import { type Context } from '../context';
import { permissionsOf, permitted, type GrafanaEnv } from './signedIn';

/** /api/datasources of the workspace's Grafana; routes by numeric id are gone, as from Grafana 13. */
export function dataSourceRoutes(app: Hono<GrafanaEnv>, context: Context): void {
  const sources = () => context.world.dataSources;

  app.get('/api/datasources', (c) => {
    permitted(c, 'datasources:read');
    return c.json(sources().list().map(listDto));
  });

  app.get('/api/datasources/uid/:uid', (c) => {
    permitted(c, 'datasources:read');
    const dto = fullDto(sources().byUid(c.req.param('uid')));
    if (c.req.query('accesscontrol') !== 'true') {
      return c.json(dto);
    }
    const accessControl = Object.fromEntries(Object.keys(permissionsOf(c.get('role'))).map((action) => [action, true]));
    return c.json({ ...dto, accessControl });
  });

  app.get('/api/datasources/name/:name', (c) => {
    permitted(c, 'datasources:read');
    return c.json(fullDto(sources().byName(c.req.param('name'))));
  });

  app.post('/api/datasources', async (c) => {
    permitted(c, 'datasources:create');
    const datasource = fullDto(sources().add(await command(c.req)));
    return c.json({ message: 'Datasource added', id: datasource.id, name: datasource.name, datasource });
  });

  app.put('/api/datasources/uid/:uid', async (c) => {
    permitted(c, 'datasources:write');
    const datasource = fullDto(sources().update(c.req.param('uid'), await command(c.req)));
    return c.json({ message: 'Datasource updated', id: datasource.id, name: datasource.name, datasource });
  });

  app.delete('/api/datasources/uid/:uid', (c) => {
    permitted(c, 'datasources:delete');
    const { id } = sources().remove(c.req.param('uid'));
    return c.json({ message: 'Data source deleted', id });
  });
}

async function command(request: { json(): Promise<unknown> }) {
  const body = await request.json().catch(() => undefined);
  const parsed = parseDataSourceCommand(body);
  if (!parsed) {
    throw new GrafanaError(400, 'bad request data');
  }
  return parsed;
}
