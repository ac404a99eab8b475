import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { bounded, ownMachine } from '../../ownMachine';
import { resetStandIn, type Context } from '../context';
import { faultSchema } from '../faults';
import { findIdentity, permission } from '../identities';
import { knobsSchema } from '../knobs';
import { openOperations, settleOperations } from '../operations';
import { ownerApp } from '../owner/app';
import { found, workspaceControl } from './workspaces';

const tenYears = 10 * 366 * 86_400;
const advanceSchema = z.strictObject({ seconds: z.number().min(0).max(tenYears) });
const failureSchema = z.strictObject({
  kind: z.enum(['create', 'update', 'delete', 'refresh', 'decide', '*']).default('*'),
  status: z.enum(['Failed', 'Canceled']).default('Failed'),
  code: z.string().default('InternalServerError'),
  message: z.string().default('The operation failed in the managed network. Try again later.'),
});
const assignmentsSchema = z.array(
  z.strictObject({
    scope: z.string().startsWith('/'),
    actions: z.array(z.string()),
    notActions: z.array(z.string()).default([]),
    dataActions: z.array(z.string()).default([]),
  })
);

/**
 * The control routes, on plain http and for this machine: what tests and the demonstration turn. A wrong
 * body gets a 400 that says what is wrong with it.
 */
export function controlApp(context: Context): Hono {
  const app = new Hono();
  app.use(
    ownMachine(() => new URL(context.urls.control).hostname),
    bounded
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      return c.json({ error: error.message }, error.status);
    }
    return error instanceof z.ZodError || error instanceof SyntaxError
      ? c.json({ error: error instanceof z.ZodError ? z.prettifyError(error) : error.message }, 400)
      : c.json({ error: error.message }, 500);
  });

  app.use(async (_, next) => {
    settleOperations(context);
    await next();
  });
  workspaceControl(app, context);
  operationControl(app, context);
  identityControl(app, context);
  app.route('/', ownerApp(context));

  app.get('/health', (c) => c.json({ status: 'ok', urls: context.urls }));
  app.post('/reset', (c) => {
    resetStandIn(context);
    return c.json({ status: 'ok' });
  });

  app.get('/faults', (c) => c.json({ faults: context.faults.list() }));
  app.post('/faults', async (c) => c.json(context.faults.add(faultSchema.parse(await c.req.json())), 201));
  app.delete('/faults', (c) => {
    context.faults.clear();
    return c.json({ faults: [] });
  });

  app.get('/requests', (c) => {
    const { host, method, path } = c.req.query();
    const requests = context.requests.find({ host, method, path });
    return c.json({ count: requests.length, requests, idle: context.requests.idle() });
  });
  app.delete('/requests', (c) => {
    context.requests.clear();
    return c.json({ count: 0, requests: [] });
  });

  app.post('/clock/advance', async (c) => {
    context.clock.advance(advanceSchema.parse(await c.req.json()).seconds * 1000);
    return c.json({ now: context.clock.iso() });
  });

  app.patch('/knobs', async (c) => {
    const change = z.record(z.string(), z.json()).parse(await c.req.json());
    context.knobs = knobsSchema.parse({ ...context.knobs, ...change });
    return c.json(context.knobs);
  });

  return app;
}

/** Which operations run, and how the next one of a kind ends. */
function operationControl(app: Hono, context: Context): void {
  app.get('/operations', (c) => {
    const running = openOperations(context.world).map(({ id, resourceId, due }) => ({
      id,
      resourceId,
      due: new Date(due).toISOString(),
    }));
    return c.json({ running });
  });

  app.post('/operations/fail-next', async (c) => {
    const { kind, status, code, message } = failureSchema.parse(await c.req.json());
    context.plannedFailures.push({ kind, outcome: { status, error: { code, message } } });
    return c.json({ planned: context.plannedFailures.length }, 201);
  });
}

/** Who may do what until the next reset: an app that is switched off or on in Entra, its rights, and all tokens. */
function identityControl(app: Hono, context: Context): void {
  const identityOf = (clientId: string) => found(findIdentity(context.world.identities, clientId), 'no such identity');

  app.patch('/identities/:clientId', async (c) => {
    const { disabled } = z.strictObject({ disabled: z.boolean() }).parse(await c.req.json());
    identityOf(c.req.param('clientId')).disabled = disabled;
    return c.json({ disabled });
  });

  app.put('/identities/:clientId/assignments', async (c) => {
    const assignments = assignmentsSchema
      .parse(await c.req.json())
      .map(({ scope, actions, notActions, dataActions }) => ({
        scope,
        permission: permission(actions, notActions, dataActions),
      }));
    identityOf(c.req.param('clientId')).assignments = assignments;
    return c.json({ assignments });
  });

  app.post('/tokens/revoke', (c) => {
    context.tokens.revokeAll();
    return c.json({ status: 'ok' });
  });
}
