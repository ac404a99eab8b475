import { type Context as HonoContext, type Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { type Context } from '../context';
import { startOperation } from '../operations';
import { workspaceId } from '../state';
import { connectionOf, decide, findTarget, removeConnection, syncWorkspace } from '../targets/connections';
import { connectionJson } from '../targets/json';

const changeSchema = z.strictObject({
  tier: z.enum(['Standard', 'Essential']).optional(),
  publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
  /** An https or http origin. */
  endpoint: z.url().optional(),
  grafanaVersion: z.string().optional(),
});
const decisionSchema = z.strictObject({
  status: z.enum(['Approved', 'Rejected']),
  description: z.string().default(''),
});
const busySchema = z.strictObject({ seconds: z.number().min(0) });
const objectSchema = z.record(z.string(), z.json());

/** What was asked for. @throws HTTPException 404 when it isn't there */
export function found<Item>(item: Item | undefined, what: string): Item {
  if (item === undefined) {
    throw new HTTPException(404, { message: what });
  }
  return item;
}

/** Workspaces, their endpoints, the owners of targets as tests play them, and data sources of the workspace's Grafana. */
export function workspaceControl(app: Hono, context: Context): void {
  const workspaceOf = (c: HonoContext) =>
    found(
      context.world.workspaces.find(({ name }) => name === c.req.param('workspace')),
      'no such workspace'
    );
  const endpointOf = (c: HonoContext) =>
    found(workspaceOf(c).endpoints.get(String(c.req.param('endpoint')).toLowerCase()), 'no such endpoint');

  app.patch('/workspaces/:workspace', async (c) => {
    Object.assign(workspaceOf(c), changeSchema.parse(await c.req.json()));
    return c.json({ status: 'ok' });
  });

  /** Someone else has refreshed the workspace: it knows what all owners decided so far. */
  app.post('/workspaces/:workspace/refreshed', (c) => {
    syncWorkspace(context.world, workspaceOf(c));
    return c.json({ status: 'ok' });
  });

  /** Writes to the workspace meet a conflict for so long. */
  app.post('/workspaces/:workspace/busy', async (c) => {
    const { seconds } = busySchema.parse(await c.req.json());
    const id = workspaceId(workspaceOf(c));
    const write = { kind: 'update', resourceId: id, workspaceId: id, finish: () => undefined } as const;
    const operation = startOperation(context, write);
    operation.due = context.clock.now() + seconds * 1000;
    return c.json({ until: new Date(operation.due).toISOString() }, 201);
  });

  /** Merges any JSON over what Resource Manager answers for an endpoint: what nobody knows yet. */
  app.put('/workspaces/:workspace/endpoints/:endpoint/raw', async (c) => {
    endpointOf(c).raw = objectSchema.parse(await c.req.json());
    return c.json({ status: 'ok' });
  });

  const connectionPath = '/workspaces/:workspace/endpoints/:endpoint/connection';
  const ownersView = (c: HonoContext) => {
    const endpoint = endpointOf(c);
    const missing = 'the endpoint has no connection on its target';
    return {
      target: found(findTarget(context.world, endpoint.targetId), missing),
      connection: found(connectionOf(context.world, workspaceOf(c), endpoint), missing),
    };
  };

  app.put(connectionPath, async (c) => {
    const { status, description } = decisionSchema.parse(await c.req.json());
    const { target, connection } = ownersView(c);
    decide(context, target, connection, status, description);
    return c.json(connectionJson(target, connection));
  });

  app.delete(connectionPath, (c) => {
    const { target, connection } = ownersView(c);
    removeConnection(target, connection.name);
    return c.json({ status: 'ok' });
  });

  app.get(connectionPath, (c) => {
    const { target, connection } = ownersView(c);
    return c.json(connectionJson(target, connection));
  });

  app.get('/targets', (c) => {
    const target = found(findTarget(context.world, c.req.query('id') ?? ''), 'no target has this id');
    return c.json({ id: target.id, connections: target.connections.map((it) => connectionJson(target, it)) });
  });

  /** Adds data sources by the bodies of Grafana's API. */
  app.post('/data-sources', async (c) => {
    for (const body of z.array(objectSchema).parse(await c.req.json())) {
      const command = parseDataSourceCommand(body);
      if (!command) {
        return c.json({ error: 'a data source needs name, type and access' }, 400);
      }
      context.world.dataSources.add(command, body['readOnly'] === true);
    }
    return c.json({ count: context.world.dataSources.list().length }, 201);
  });
}
