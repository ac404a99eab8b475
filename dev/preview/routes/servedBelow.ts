import { Hono } from 'hono';

import { type PreviewEnv } from './requestUser';

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
