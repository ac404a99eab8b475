import { Hono } from 'hono';
import { dataSourceRoutes } from '../../grafana/dataSourceRoutes';
import { GrafanaError } from '../../grafana/grafanaError';
import { demo } from '../demo';
import { type Context } from '../context';
import { settleOperations } from '../operations';
import { permissionsOf, signedIn, type GrafanaEnv } from './signedIn';

/** The API of the workspace's own Grafana, as far as the product meets it. Rules: Grafana 12.4. */
export function grafanaApp(context: Context): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  app.onError((error, c) => {
    if (error instanceof GrafanaError) {
      return c.json(error.body, error.status);
    }
    throw error;
  });
  app.notFound((c) => c.json({ message: 'Not found' }, 404));

  app.use(async (c, next) => {
    settleOperations(context);
    if (mainWorkspace(context)?.publicNetworkAccess === 'Disabled') {
      return c.text('Public network access to this workspace is disabled.', 403);
    }
    return next();
  });
  app.get('/api/health', (c) => c.json({ database: 'ok', version: mainWorkspace(context)?.grafanaVersion ?? '' }));
  app.use(signedIn(context));
  app.get('/api/org', (c) => c.json({ id: 1, name: 'Main Org.' }));
  app.get('/api/access-control/user/permissions', (c) => c.json(permissionsOf(c.get('role'))));
  app.route(
    '/',
    dataSourceRoutes<GrafanaEnv>({
      sources: () => context.world.dataSources,
      actions: (c) => Object.keys(permissionsOf(c.get('role'))),
      // Only the workspace's own Grafana is in its managed network.
      check: (source) => context.checkDataSource(source, demo.workspaces.main),
      now: () => context.clock.now(),
    })
  );
  return app;
}

const mainWorkspace = ({ world }: Context) => world.workspaces.find(({ name }) => name === demo.workspaces.main);
