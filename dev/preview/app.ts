import { Hono } from 'hono';

import { dataSourceRoutes } from '../grafana/dataSourceRoutes';
import { GrafanaError } from '../grafana/grafanaError';
import { bounded } from '../ownMachine';
import { type Preview } from './preview';
import { DATA_SOURCE_ID } from '../../src/constants';
import { alertingRoutes } from './routes/alerting';
import { controlRoutes } from './routes/control';
import { dashboardRoutes } from './routes/dashboards';
import { dataSourceCallRoutes } from './routes/dataSourceCalls';
import { decodable, servedBelow, responseHeaders, sameOrigin } from './routes/middleware';
import { pageRoutes } from './routes/pages';
import { pluginCallRoutes } from './routes/pluginCalls';
import { pluginSettingsRoutes } from './routes/pluginSettings';
import { type PreviewEnv, identify, signedIn } from './routes/requestUser';
import { signInRoutes } from './routes/signIn';
import { staticRoutes } from './routes/staticFiles';
import { userRoutes } from './routes/users';
import { permissionsOf } from './state/users';

/** All routes of the preview. They stand for those of Grafana that the plugin, its pages and its tests use. */
export function previewApp(preview: Preview): Hono<PreviewEnv> {
  const app = new Hono<PreviewEnv>();

  app.onError((error, c) => {
    if (error instanceof GrafanaError) {
      return c.json(error.body, error.status);
    }
    console.error('[preview]', error);
    return c.json({ message: 'Internal server error' }, 500);
  });
  app.notFound((c) => c.json({ message: 'Not found' }, 404));

  app.use(responseHeaders);
  app.use(decodable);
  app.use(sameOrigin);
  app.use(bounded);
  app.get('/api/health', (c) => c.json({ database: 'ok', version: preview.grafana.version, commit: 'preview' }));
  app.use(identify(preview));
  for (const routes of [
    signInRoutes,
    userRoutes,
    pluginSettingsRoutes,
    pluginCallRoutes,
    controlRoutes,
    alertingRoutes,
    dashboardRoutes,
  ]) {
    app.route('/', routes(preview));
  }
  app.route('/', dataSourceCallRoutes(preview, DATA_SOURCE_ID));
  app.route(
    '/',
    dataSourceRoutes<PreviewEnv>({
      sources: () => preview.state.dataSources,
      actions: (c) => Object.keys(permissionsOf(signedIn(c))),
      check: (source) => preview.checkDataSource(source),
      now: () => Date.now(),
    })
  );
  app.route('/', pageRoutes(preview));
  app.route('/', staticRoutes(preview));
  return preview.subPath ? servedBelow(preview.subPath, app) : app;
}
