import { Hono } from 'hono';

import { type Preview } from '../preview';
import { type PreviewEnv } from './requestUser';

/**
 * What tests may ask of the preview and no Grafana offers; a suite that also runs on Grafana treats a 404 here as
 * "not a preview". POST /preview/reset, POST /preview/backend/kill, GET /preview/backend → {pid}.
 */
export function controlRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();

  routes.post('/preview/reset', async (c) => {
    await preview.reset();
    return c.json({ message: 'Settings and data sources are as provisioned' });
  });

  routes.get('/preview/backend', (c) => c.json({ pid: preview.backend.pid() ?? null }));

  routes.post('/preview/backend/kill', async (c) => {
    await preview.backend.kill();
    return c.json({ message: 'The backend was killed' });
  });

  return routes;
}
