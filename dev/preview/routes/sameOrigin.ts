import { type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';

import { sessionCookie } from './requestUser';

const safeMethods = ['HEAD', 'OPTIONS', 'TRACE'];

/** Refuses what another host's page asks for with somebody's session, GET too; ports don't count (Grafana 12.4, pkg/middleware/csrf). */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  const isChecked = origin && getCookie(c, sessionCookie) !== undefined && !safeMethods.includes(c.req.method);
  if (isChecked && hostOf(origin) !== hostOf(`http://${c.req.header('Host')}`)) {
    return c.text('origin not allowed', 403);
  }
  return next();
};

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
