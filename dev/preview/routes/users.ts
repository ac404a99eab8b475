import { Hono } from 'hono';

import { GrafanaError, readJson } from '../../grafana/grafanaError';
import { isRecord } from '../../grafana/json';
import { bootData } from '../pages/bootData';
import { frontendSettings } from '../pages/frontendSettings';
import { type Preview } from '../preview';
import { emailOf, orgRoles } from '../state/users';
import { type PreviewEnv, permitted, signedIn } from './requestUser';

/** Who is signed in, what the browser may know, and the few routes that @grafana/plugin-e2e calls. */
export function userRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const { users } = preview;

  routes.get('/api/frontend/settings', (c) => c.json(frontendSettings(preview, signedIn(c))));
  routes.get('/api/org', (c) => c.json({ id: 1, name: signedIn(c) && 'Main Org.' }));

  routes.get('/api/user', (c) => {
    const user = signedIn(c);
    const { id, uid, login, name, theme, isGrafanaAdmin } = bootData(preview, user).user;
    return c.json({ id, uid, login, name, theme, isGrafanaAdmin, email: emailOf(user), orgId: 1 });
  });

  routes.get('/api/user/preferences', (c) => c.json({ theme: signedIn(c).theme }));
  routes.on(['PUT', 'PATCH'], '/api/user/preferences', async (c) => {
    const user = signedIn(c);
    const body = await readJson(c.req);
    if (isRecord(body) && (body.theme === 'dark' || body.theme === 'light')) {
      user.theme = body.theme;
    }
    return c.json({ message: 'Preferences updated' });
  });

  routes.post('/api/admin/users', async (c) => {
    permitted(c, 'plugins:write');
    const body = await readJson(c.req);
    const { login, password, name } = isRecord(body) ? body : {};
    if (typeof login !== 'string' || typeof password !== 'string') {
      throw new GrafanaError(400, 'Validation error, need specify either username or email');
    }
    if (users.byLogin(login)) {
      throw new GrafanaError(412, `User with login '${login}' already exists`);
    }
    const { id } = users.add(login, password, typeof name === 'string' ? name : login, 'Viewer');
    return c.json({ id, message: 'User created' });
  });

  routes.get('/api/users/lookup', (c) => {
    permitted(c, 'plugins:write');
    const user = users.byLogin(c.req.query('loginOrEmail'));
    if (!user) {
      throw new GrafanaError(404, 'user not found');
    }
    return c.json({ id: user.id, login: user.login, name: user.name, email: emailOf(user) });
  });

  routes.patch('/api/org/users/:id', async (c) => {
    permitted(c, 'plugins:write');
    const body = await readJson(c.req);
    const user = users.byId(Number(c.req.param('id')));
    const role = orgRoles.find((candidate) => isRecord(body) && candidate === body.role);
    if (!user || !role) {
      throw new GrafanaError(user ? 400 : 404, user ? 'Invalid role specified' : 'user not found');
    }
    user.role = role;
    return c.json({ message: 'Organization user updated' });
  });

  // Feature flags by OFREP: there are none. https://openfeature.dev/specification/appendix-c
  const flags = '/apis/features.grafana.app/v0alpha1/namespaces/:namespace/ofrep/v1/evaluate/flags';
  routes.post(flags, (c) => c.json({ flags: [], metadata: {} }));
  routes.post(`${flags}/:key`, (c) => c.json({ key: c.req.param('key'), errorCode: 'FLAG_NOT_FOUND' }, 404));

  return routes;
}
