import { type Context as HonoContext, type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../context';
import { type Connection, type Target } from '../state';
import { connectionOf, findTarget, removeConnection, decide } from '../targets/connections';
import { connectionJson } from '../targets/json';

const decisionSchema = z.strictObject({
  status: z.enum(['Approved', 'Rejected']),
  description: z.string().default(''),
});

const endpointPath = '/workspaces/:workspace/endpoints/:endpoint/connection';

/** The owner of a target, as tests play them: look at a target's connections, decide on an endpoint's, remove it. */
export function ownerControl(app: Hono, context: Context): void {
  app.get('/targets', (c) => {
    const target = findTarget(context.world, c.req.query('id') ?? '');
    return target
      ? c.json({
          id: target.id,
          connections: target.connections.map((connection) => connectionJson(target, connection)),
        })
      : c.json({ error: 'no target has this id' }, 404);
  });

  app.get(endpointPath, (c) => {
    const found = ownersView(context, c);
    return found ? c.json(connectionJson(found.target, found.connection)) : c.json(noConnection, 404);
  });

  app.put(endpointPath, async (c) => {
    const { status, description } = decisionSchema.parse(await c.req.json());
    const found = ownersView(context, c);
    if (!found) {
      return c.json(noConnection, 404);
    }
    decide(context, found.target, found.connection, status, description);
    return c.json(connectionJson(found.target, found.connection));
  });

  app.delete(endpointPath, (c) => {
    const found = ownersView(context, c);
    return found && removeConnection(found.target, found.connection.name)
      ? c.json({ status: 'ok' })
      : c.json(noConnection, 404);
  });
}

const noConnection = { error: 'the endpoint has no connection on its target' };

function ownersView({ world }: Context, c: HonoContext): { target: Target; connection: Connection } | undefined {
  const workspace = world.workspaces.find(({ name }) => name === c.req.param('workspace'));
  const endpoint = workspace?.endpoints.get((c.req.param('endpoint') ?? '').toLowerCase());
  if (!workspace || !endpoint) {
    return undefined;
  }
  const target = findTarget(world, endpoint.targetId);
  const connection = connectionOf(world, workspace, endpoint);
  return target && connection ? { target, connection } : undefined;
}
