import { type Hono } from 'hono';
import { type Context } from '../context';
import { permissionsAt } from '../identities';
import { page } from './paging';
import { type ArmEnv } from './signedIn';

/** The caller's own permissions at any scope: `GET {scope}/providers/Microsoft.Authorization/permissions`. */
export function permissionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/:scope{.+}/providers/microsoft.authorization/permissions', (c) => {
    const scope = `/${c.req.param('scope')}`;
    const items = permissionsAt(c.get('identity'), scope).map((permission) => ({ ...permission, conditions: null }));
    return c.json(page(context, c.req.url, items));
  });
}
