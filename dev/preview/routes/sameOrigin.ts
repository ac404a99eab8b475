import { type MiddlewareHandler } from 'hono';

import { GrafanaError } from '../../grafana/grafanaError';

/** Refuses changes that another site's page asks for, as Grafana's CSRF check does. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  const safe = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
  if (!safe && origin && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('Host'))) {
    throw new GrafanaError(403, 'origin not allowed');
  }
  await next();
};
