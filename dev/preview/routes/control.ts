import { Hono } from 'hono';

import { defaultAzureIni } from '../backend/azureSettings';
import { type Preview } from '../preview';
import { isRecord } from '../../grafana/json';
import { readJson } from './readJson';
import { type PreviewEnv } from './requestUser';

/**
 * What tests may ask of the preview and no Grafana offers; a suite that also runs on Grafana treats a 404 here as
 * "not a preview". POST /preview/reset, GET /preview/backend → {pid}, POST /preview/backend/kill, and PATCH
 * /preview/azure {managedIdentityEnabled: false, …}, which is a changed grafana.ini and a restart.
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

  routes.patch('/preview/azure', async (c) => {
    const changes = await readJson(c);
    const known = Object.entries(isRecord(changes) ? changes : {}).filter(([key]) => key in defaultAzureIni);
    preview.azure = { ...preview.azure, ...Object.fromEntries(known) };
    await preview.backend.restart();
    return c.json(preview.azure);
  });

  return routes;
}
