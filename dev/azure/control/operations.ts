import { type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../context';
import { openOperations, startOperation } from '../operations';
import { workspaceId } from '../state';
import { syncWorkspace } from '../targets/connections';

const failureSchema = z.strictObject({
  kind: z.enum(['create', 'update', 'delete', 'refresh', 'decide', '*']).default('*'),
  status: z.enum(['Failed', 'Canceled']).default('Failed'),
  code: z.string().default('InternalServerError'),
  message: z.string().default('The operation failed in the managed network. Try again later.'),
});

const busySchema = z.strictObject({ seconds: z.number().min(0) });

/** How operations end, and a workspace that somebody else writes to. */
export function operationControl(app: Hono, context: Context): void {
  app.get('/operations', (c) => {
    const running = openOperations(context.world).map(({ id, resourceId, due }) => ({
      id,
      resourceId,
      due: new Date(due).toISOString(),
    }));
    return c.json({ running });
  });

  /** The next operation of this kind ends this way. */
  app.post('/operations/fail-next', async (c) => {
    const { kind, status, code, message } = failureSchema.parse(await c.req.json());
    context.plannedFailures.push({ kind, outcome: { status, error: { code, message } } });
    return c.json({ planned: context.plannedFailures.length }, 201);
  });

  const find = (name: string) => context.world.workspaces.find((workspace) => workspace.name === name);
  const noWorkspace = { error: 'no such workspace' };

  /** Somebody else has refreshed the workspace: it knows what all owners decided so far. */
  app.post('/workspaces/:workspace/refreshed', (c) => {
    const workspace = find(c.req.param('workspace'));
    if (!workspace) {
      return c.json(noWorkspace, 404);
    }
    syncWorkspace(context.world, workspace);
    return c.json({ status: 'ok' });
  });

  /** Writes to the workspace meet a conflict for so long. */
  app.post('/workspaces/:workspace/busy', async (c) => {
    const { seconds } = busySchema.parse(await c.req.json());
    const workspace = find(c.req.param('workspace'));
    if (!workspace) {
      return c.json(noWorkspace, 404);
    }
    const id = workspaceId(workspace);
    const operation = startOperation(context, {
      kind: 'update',
      resourceId: id,
      workspaceId: id,
      finish: () => undefined,
    });
    operation.due = context.clock.now() + seconds * 1000;
    return c.json({ until: new Date(operation.due).toISOString() }, 201);
  });
}
