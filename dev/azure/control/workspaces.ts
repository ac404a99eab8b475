import { type Hono } from 'hono';
import { z } from 'zod';
import { parseDataSourceCommand } from '../../grafana/dataSourceCommand';
import { type Context } from '../context';
import { type JsonObject } from '../state';

const changeSchema = z.strictObject({
  tier: z.enum(['Standard', 'Essential']).optional(),
  publicNetworkAccess: z.enum(['Enabled', 'Disabled']).optional(),
  /** An https or http origin. */
  endpoint: z.url().optional(),
  grafanaVersion: z.string().optional(),
});
const objectSchema = z.record(z.string(), z.json());

/** What a workspace is, what nobody knows yet about its endpoints, and many data sources in its Grafana. */
export function workspaceControl(app: Hono, context: Context): void {
  const find = (name: string) => context.world.workspaces.find((workspace) => workspace.name === name);

  app.patch('/workspaces/:workspace', async (c) => {
    const workspace = find(c.req.param('workspace'));
    if (!workspace) {
      return c.json({ error: 'no such workspace' }, 404);
    }
    Object.assign(workspace, changeSchema.parse(await c.req.json()));
    return c.json({ status: 'ok' });
  });

  /** Merges any JSON over what Resource Manager answers for an endpoint. */
  app.put('/workspaces/:workspace/endpoints/:endpoint/raw', async (c) => {
    const endpoint = find(c.req.param('workspace'))?.endpoints.get(c.req.param('endpoint').toLowerCase());
    if (!endpoint) {
      return c.json({ error: 'no such workspace or endpoint' }, 404);
    }
    const raw: JsonObject = objectSchema.parse(await c.req.json());
    endpoint.raw = raw;
    return c.json({ status: 'ok' });
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
