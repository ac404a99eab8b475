import { type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../context';
import { startOperation } from '../operations';
import { type Target } from '../state';
import { decide, removeConnection } from '../targets/connections';
import { connectionJson } from '../targets/json';
import { kindOf } from '../targets/kinds';
import { asyncAnswer } from './asyncAnswer';
import { checked, readJson } from './endpointBody';
import { apiVersionOf } from './paging';
import { authorize, type ArmEnv } from './signedIn';
import { knownConnection, knownTarget, targetPath } from './targets';

const bodySchema = z.object({
  properties: z.object({
    privateLinkServiceConnectionState: z.object({
      status: z.enum(['Approved', 'Rejected']),
      description: z.string().default(''),
    }),
  }),
});

const path = `${targetPath}/privateendpointconnections/:connection`;

/** The owner's decisions through Resource Manager: approve or reject with PUT, remove with DELETE. */
export function decisionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.put(path, async (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    const connection = knownConnection(target, c.req.param('connection'));
    authorize(c.get('identity'), `${target.type}/privateEndpointConnections/write`, target.id);
    authorize(c.get('identity'), `${target.type}/privateEndpointConnectionsApproval/action`, target.id);
    const { status, description } = checked(bodySchema, await readJson(c.req)).properties
      .privateLinkServiceConnectionState;
    const apply = () => decide(context, target, connection, status, description);
    if (kindOf(target.type)?.decision === 'sync') {
      apply();
      return c.json(connectionJson(target, connection));
    }
    connection.provisioningState = 'Updating';
    return accepted(context, target, c.req.url, apply, connectionJson(target, connection));
  });

  app.delete(path, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    authorize(c.get('identity'), `${target.type}/privateEndpointConnections/delete`, target.id);
    const name = c.req.param('connection');
    if (!target.connections.some((connection) => connection.name.toLowerCase() === name)) {
      return c.body(null, 204);
    }
    return accepted(context, target, c.req.url, () => removeConnection(target, name));
  });
}

function accepted(context: Context, target: Target, requestUrl: string, apply: () => void, body?: unknown): Response {
  const operation = startOperation(context, { kind: 'decide', resourceId: target.id, finish: () => apply() });
  const namespace = target.type.split('/')[0] ?? '';
  return asyncAnswer(context, {
    operation,
    status: 202,
    apiVersion: apiVersionOf(new URL(requestUrl)),
    body,
    statusPath: `/providers/${namespace}/locations/${target.location}/operationStatuses`,
    headers: kindOf(target.type)?.decision === 'location' ? 'location' : 'both',
  });
}
