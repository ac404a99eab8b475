import { type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../context';
import { permission } from '../identities';
import { same } from '../state';

const assignmentsSchema = z.array(
  z.strictObject({
    scope: z.string().startsWith('/'),
    actions: z.array(z.string()),
    notActions: z.array(z.string()).default([]),
    dataActions: z.array(z.string()).default([]),
  })
);

/** Who may do what: the identities, and new rights for one of them until the next reset. */
export function identityControl(app: Hono, context: Context): void {
  app.get('/identities', (c) =>
    c.json({
      identities: context.world.identities.map(({ clientId, objectId, displayName, assignments }) => ({
        clientId,
        objectId,
        displayName,
        assignments,
      })),
    })
  );

  /** Switches an app off or on in Entra. */
  app.patch('/identities/:clientId', async (c) => {
    const identity = context.world.identities.find(({ clientId }) => same(clientId, c.req.param('clientId')));
    if (!identity) {
      return c.json({ error: 'no such identity' }, 404);
    }
    identity.disabled = z.strictObject({ disabled: z.boolean() }).parse(await c.req.json()).disabled;
    return c.json({ disabled: identity.disabled });
  });

  app.put('/identities/:clientId/assignments', async (c) => {
    const identity = context.world.identities.find(({ clientId }) => same(clientId, c.req.param('clientId')));
    if (!identity) {
      return c.json({ error: 'no such identity' }, 404);
    }
    identity.assignments = assignmentsSchema
      .parse(await c.req.json())
      .map(({ scope, actions, notActions, dataActions }) => ({
        scope,
        permission: permission(actions, notActions, dataActions),
      }));
    return c.json({ assignments: identity.assignments });
  });
}
