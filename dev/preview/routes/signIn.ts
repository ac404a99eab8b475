import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import { readJson } from '../../grafana/grafanaError';
import { isRecord } from '../../grafana/json';
import { bootData } from '../pages/bootData';
import { loginPage } from '../pages/documents';
import { type Preview } from '../preview';
import { type PreviewEnv, sessionCookie, signedIn } from './requestUser';

/** GET and POST /login (Grafana's JSON `{user, password}`, or the form of our own page), GET /logout, and what asks whether a session is good. */
export function signInRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const path = preview.subPath || '/';

  routes.get('/login', (c) => c.html(loginPage(preview, bootData(preview, undefined), localPath(c.req.query('to')))));

  routes.post('/login', async (c) => {
    const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
    const body: unknown = isForm ? await c.req.parseBody() : await readJson(c.req);
    const { user, password, to } = isRecord(body) ? body : {};
    const found = preview.users.verify(String(user), String(password));
    if (!found) {
      return c.json({ message: 'Invalid username or password', messageId: 'password-auth.failed' }, 401);
    }
    setCookie(c, sessionCookie, preview.sessions.open(found.login), { path, httpOnly: true, sameSite: 'Lax' });
    return isForm
      ? c.redirect(localPath(to), 303)
      : c.json({ message: 'Logged in', redirectUrl: `${preview.subPath}/` });
  });

  routes.get('/api/login/ping', (c) => c.json({ message: signedIn(c) && 'Logged in' }));

  routes.get('/logout', (c) => {
    preview.sessions.close(getCookie(c, sessionCookie));
    deleteCookie(c, sessionCookie, { path });
    return c.redirect('/login');
  });

  return routes;
}

/** A path on this server, never another one's address. */
function localPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/';
}
