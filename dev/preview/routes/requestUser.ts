import { type Context, type MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';

import { type Preview } from '../preview';
import { GrafanaError } from '../../grafana/grafanaError';
import { type PreviewUser, permissionsOf } from '../state/users';

/** What the preview's middleware adds to a request: who asks, if anybody is signed in. */
export interface PreviewEnv {
  Variables: { user: PreviewUser | undefined };
}

/** Grafana's own cookie name: @grafana/plugin-e2e keeps it between tests. */
export const sessionCookie = 'grafana_session';

/** Finds the user by session cookie or basic authentication. */
export function identify({ users, sessions }: Preview): MiddlewareHandler<PreviewEnv> {
  return async (c, next) => {
    const basic = /^Basic (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (basic === undefined) {
      c.set('user', users.byLogin(sessions.loginOf(getCookie(c, sessionCookie))));
    } else {
      const [login = '', ...password] = Buffer.from(basic, 'base64').toString().split(':');
      const user = users.verify(login, password.join(':'));
      if (!user) {
        throw new GrafanaError(401, 'Invalid username or password');
      }
      c.set('user', user);
    }
    await next();
  };
}

/** @throws GrafanaError 401 when nobody is signed in. */
export function signedIn(c: Context<PreviewEnv>): PreviewUser {
  const user = c.get('user');
  if (!user) {
    throw new GrafanaError(401, 'Unauthorized');
  }
  return user;
}

/** @throws GrafanaError 401, or 403 when the user's role does not grant the RBAC action. */
export const permitted = (c: Context<PreviewEnv>, action: string): PreviewUser => permittedAny(c, [action]);

/** @throws GrafanaError 401, or 403 when the user's role grants all actions of none of the lists. */
export function permittedAny(c: Context<PreviewEnv>, ...lists: string[][]): PreviewUser {
  const user = signedIn(c);
  const granted = permissionsOf(user);
  if (!lists.some((actions) => actions.every((action) => granted[action]))) {
    const needed = lists.map((actions) => actions.join(', ')).join(' or ');
    throw new GrafanaError(
      403,
      `You'll need additional permissions to perform this action. Permissions needed: ${needed}`
    );
  }
  return user;
}
