import { Hono } from 'hono';
import { z } from 'zod';
import { type Context, resetStandIn } from '../context';
import { faultSchema } from '../faults';
import { knobsSchema } from '../knobs';
import { settleOperations } from '../operations';
import { ownerApp } from '../owner/app';
import { identityControl } from './identities';
import { operationControl } from './operations';
import { ownerControl } from './owner';
import { workspaceControl } from './workspaces';

const advanceSchema = z.strictObject({
  seconds: z
    .number()
    .min(0)
    .max(10 * 366 * 86_400),
});
const objectSchema = z.record(z.string(), z.json());

/**
 * The control routes, on plain http and for this machine: what tests and the demonstration turn. A wrong
 * body gets a 400 that says what is wrong with it.
 */
export function controlApp(context: Context): Hono {
  const app = new Hono();
  app.onError((error, c) =>
    error instanceof z.ZodError || error instanceof SyntaxError
      ? c.json({ error: error instanceof z.ZodError ? z.prettifyError(error) : error.message }, 400)
      : c.json({ error: error.message }, 500)
  );

  app.use(async (_, next) => {
    settleOperations(context);
    await next();
  });
  for (const routes of [operationControl, identityControl, ownerControl, workspaceControl]) {
    routes(app, context);
  }
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
  app.delete('/faults/:id', (c) =>
    context.faults.remove(Number(c.req.param('id')))
      ? c.json({ status: 'ok' })
      : c.json({ error: 'no fault has this id' }, 404)
  );

  app.get('/requests', (c) => {
    const { host, method, path } = c.req.query();
    const requests = context.requests.find({ host, method, path });
    return c.json({ count: requests.length, requests });
  });
  app.delete('/requests', (c) => {
    context.requests.clear();
    return c.json({ count: 0, requests: [] });
  });

  app.get('/clock', (c) => c.json({ now: context.clock.iso() }));
  app.post('/clock/advance', async (c) => {
    context.clock.advance(advanceSchema.parse(await c.req.json()).seconds * 1000);
    return c.json({ now: context.clock.iso() });
  });

  app.get('/knobs', (c) => c.json(context.knobs));
  app.patch('/knobs', async (c) => {
    const change = objectSchema.parse(await c.req.json());
    context.knobs = knobsSchema.parse({ ...context.knobs, ...change });
    return c.json(context.knobs);
  });

  app.post('/tokens/revoke', (c) => {
    context.tokens.revokeAll();
    return c.json({ status: 'ok' });
  });

  return app;
}
