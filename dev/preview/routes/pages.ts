import { Hono } from 'hono';
import path from 'node:path';

import { type PluginManifest } from '../manifest';
import { bootData } from '../pages/bootData';
import { homePage, hostPage } from '../pages/documents';
import { type Preview } from '../preview';
import { type PreviewUser, permissionsOf, roleIncludes } from '../state/users';
import { type PreviewEnv } from './requestUser';
import { serveFile } from './staticFiles';

/** HTML: the start page at /, and the host page for every other path, whose router knows the rest. */
export function pageRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();

  routes.get('/public/preview.css', async (c) => {
    return (await serveFile(c, path.join(__dirname, '..', 'pages'), 'preview.css')) ?? c.notFound();
  });

  routes.get('/', (c) => {
    const user = c.get('user');
    return user ? c.html(homePage(preview, user, bootData(preview, user))) : c.redirect('/login');
  });

  routes.get('*', (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    if (/^\/(api|apis|public)(\/|$)/.test(pathname)) {
      return next();
    }
    const user = c.get('user');
    if (!user) {
      return Promise.resolve(c.redirect(`/login?to=${encodeURIComponent(pathname + search)}`));
    }
    if (isRefused(preview.manifest, user, pathname)) {
      return Promise.resolve(c.redirect('/'));
    }
    const asked = c.req.query('theme');
    const theme = asked === 'light' || asked === 'dark' ? asked : user.theme;
    return Promise.resolve(c.html(hostPage(preview, bootData(preview, user, theme))));
  });

  return routes;
}

/**
 * Grafana sends those home who may not change plugins and ask for a plugin's settings, and those who ask for a page that
 * `includes` names for another org role, server admins too (pkg/middleware/auth.go).
 */
function isRefused({ includes = [] }: PluginManifest, user: PreviewUser, pathname: string): boolean {
  if (/^\/plugins(\/|$)/.test(pathname)) {
    const may = permissionsOf(user);
    return !may['plugins:write'] && !may['plugins:install'];
  }
  const pages = includes.filter(({ type, path: address }) => type === 'page' && address === pathname);
  return pages.some(({ role }) => !roleIncludes(user.role, role));
}
