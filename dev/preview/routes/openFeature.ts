import { Hono } from 'hono';

import { type PreviewEnv } from './requestUser';

/** Feature flags by OFREP, which @grafana/plugin-e2e asks for: the preview has none. https://openfeature.dev/specification/appendix-c */
export function openFeatureRoutes(): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const base = '/apis/features.grafana.app/v0alpha1/namespaces/:namespace/ofrep/v1/evaluate/flags';
  routes.post(base, (c) => c.json({ flags: [], metadata: {} }));
  routes.post(`${base}/:key`, (c) => c.json({ key: c.req.param('key'), errorCode: 'FLAG_NOT_FOUND' }, 404));
  return routes;
}
