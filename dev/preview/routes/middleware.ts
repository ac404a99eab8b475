import { type MiddlewareHandler, Hono } from 'hono';
import { getCookie } from 'hono/cookie';

import { sessionCookie, type PreviewEnv } from './requestUser';

const safeMethods = ['HEAD', 'OPTIONS', 'TRACE'];

/** Refuses what another host's page asks for with someone's session, GET too; ports don't count (Grafana 12.4, pkg/middleware/csrf). */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  const isChecked = origin && getCookie(c, sessionCookie) !== undefined && !safeMethods.includes(c.req.method);
  if (isChecked && hostOf(origin) !== hostOf(`http://${c.req.header('Host')}`)) {
    return c.text('origin not allowed', 403);
  }
  return next();
};

/** A path that can't be decoded leads nowhere: Go's server refuses it before Grafana, and Grafana's router would throw. */
export const decodable: MiddlewareHandler = (c, next) => {
  try {
    decodeURI(new URL(c.req.url).pathname);
  } catch {
    return Promise.resolve(c.text('Page not found', 404));
  }
  return next();
};

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** The headers that Grafana gives its answers, whatever a plugin says (12.4, pkg/middleware/middleware.go). */
export const responseHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'deny');
  if (!c.req.path.startsWith('/public/')) {
    c.header('Cache-Control', 'no-store');
  }
};

/**
 * The app below a path, as Grafana 12.4.0 with `serve_from_sub_path` (pkg/middleware/subpath_redirect.go): the API answers
 * without the path too, all else is sent there. A proxy that removes the path looks the same to a browser.
 */
export function servedBelow(subPath: string, app: Hono<PreviewEnv>): Hono<PreviewEnv> {
  const outer = new Hono<PreviewEnv>();
  const inside = async (request: Request, env: object) => {
    const answer = await app.fetch(request, env);
    const location = answer.headers.get('Location');
    if (location?.startsWith('/')) {
      answer.headers.set('Location', subPath + location);
    }
    return answer;
  };
  outer.mount(subPath, inside, (c) => [c.env]);
  outer.all('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return pathname.startsWith('/api') ? app.fetch(c.req.raw, c.env) : c.redirect(subPath + pathname + search, 301);
  });
  return outer;
}
