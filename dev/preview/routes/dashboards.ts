import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type Preview } from '../preview';
import { type PreviewEnv, permitted } from './requestUser';

/**
 * GET /api/dashboards/uid/:uid answers {dashboard, meta}: the dashboards that come with the app. Grafana imports them when the app is
 * enabled and deletes them when it is disabled (12.4, pkg/services/plugindashboards/service/dashboard_updater.go). All others are
 * those of `dev/grafana`.
 */
export function dashboardRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  routes.get('/api/dashboards/uid/:uid', async (c, next) => {
    permitted(c, 'dashboards:read');
    const { manifest, state, distDir } = preview;
    const included = manifest.includes?.find(({ type, uid }) => type === 'dashboard' && uid === c.req.param('uid'));
    if (!state.settings.enabled || !included?.path) {
      return next();
    }
    const dashboard: unknown = JSON.parse(await readFile(path.join(distDir, included.path), 'utf8'));
    return c.json({ dashboard, meta: { slug: included.uid, pluginId: manifest.id } });
  });
  return routes;
}
