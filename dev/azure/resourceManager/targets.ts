import { type Context as HonoContext, type Hono } from 'hono';
import { z } from 'zod';
import { type Context } from '../context';
import { same, type JsonObject, type OperationOutcome, type Target } from '../state';
import { decide, findTarget, removeConnection } from '../targets/connections';
import { connectionJson, subResourceJson, targetJson } from '../targets/json';
import { kindOf } from '../targets/kinds';
import { ArmError, resourceNotFound, unsupportedApiVersion } from './errors';
import { accept } from './operationStatuses';
import { apiVersionOf, page, readBody } from './requests';
import { authorize, type ArmEnv } from './signedIn';
import { knownResourceGroup, knownSubscription } from './subscriptions';

const targetPath = '/subscriptions/:subscription/resourcegroups/:group/providers/:namespace/:type/:name' as const;
const connectionsPath = `${targetPath}/privateendpointconnections` as const;
const connectionPath = `${connectionsPath}/:connection` as const;

const decisionSchema = z.object({
  properties: z.object({
    privateEndpoint: z.object({ id: z.string() }).optional(),
    privateLinkServiceConnectionState: z.object({
      status: z.enum(['Approved', 'Rejected']),
      description: z.string().optional(),
    }),
  }),
});

/**
 * Targets of every kind, in their provider's dialect: the resource, its sub-resources and its connections, which the owner
 * approves or rejects with PUT and removes with DELETE.
 */
export function targetRoutes(app: Hono<ArmEnv>, context: Context): void {
  const permittedTarget = (c: HonoContext<ArmEnv, typeof targetPath>, action: string) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    authorize(c.get('identity'), `${target.type}/${action}`, target.id);
    return target;
  };

  app.get(targetPath, (c) => c.json(targetJson(permittedTarget(c, 'read'))));

  app.get(`${targetPath}/privatelinkresources`, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    const kind = kindOf(target.type);
    if (!kind?.listsSubResources) {
      throw resourceNotFound(`${target.type}/${target.name}/privateLinkResources`, target.resourceGroup);
    }
    authorize(c.get('identity'), `${target.type}/privateLinkResources/read`, target.id);
    return c.json(page(context, c.req.url, kind.subResources, (it) => subResourceJson(target, it)));
  });

  app.get(connectionsPath, (c) => {
    const target = permittedTarget(c, 'privateEndpointConnections/read');
    return c.json(page(context, c.req.url, target.connections, (it) => connectionJson(target, it)));
  });

  app.get(connectionPath, (c) => {
    const target = permittedTarget(c, 'privateEndpointConnections/read');
    return c.json(connectionJson(target, knownConnection(target, c.req.param('connection'))));
  });

  app.put(connectionPath, async (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    const connection = knownConnection(target, c.req.param('connection'));
    authorize(c.get('identity'), `${target.type}/privateEndpointConnections/write`, target.id);
    authorize(c.get('identity'), `${target.type}/privateEndpointConnectionsApproval/action`, target.id);
    const { properties } = await readBody(c.req, decisionSchema);
    const { status, description } = properties.privateLinkServiceConnectionState;
    if (kindOf(target.type)?.needsDescription && description === undefined) {
      throw new ArmError(400, 'InvalidRequestContent', 'The description of the connection state is required.');
    }
    if (!same(properties.privateEndpoint?.id ?? connection.privateEndpointId, connection.privateEndpointId)) {
      throw new ArmError(400, 'InvalidRequestContent', 'The private endpoint of a connection can’t be changed.');
    }
    const apply = () => decide(context, target, connection, status, description ?? '');
    if (kindOf(target.type)?.decision === 'sync') {
      apply();
      return c.json(connectionJson(target, connection));
    }
    connection.provisioningState = 'Updating';
    const finish = (outcome: OperationOutcome) =>
      outcome.status === 'Succeeded' ? apply() : void (connection.provisioningState = 'Failed');
    return acceptDecision(context, target, c.req.url, finish, () => connectionJson(target, connection));
  });

  app.delete(connectionPath, (c) => {
    const target = permittedTarget(c, 'privateEndpointConnections/delete');
    const name = c.req.param('connection');
    return target.connections.some((connection) => same(connection.name, name))
      ? acceptDecision(
          context,
          target,
          c.req.url,
          () => removeConnection(target, name),
          () => undefined
        )
      : c.body(null, 204);
  });
}

function acceptDecision(
  context: Context,
  target: Target,
  url: string,
  finish: (outcome: OperationOutcome) => void,
  result: () => JsonObject | undefined
): Response {
  const namespace = target.type.split('/')[0] ?? '';
  const operation = {
    kind: 'decide',
    resourceId: target.id,
    finish,
    statusPath: `/providers/${namespace}/locations/${target.location}/operationStatuses`,
    ...(kindOf(target.type)?.decision === 'location' && { result }),
  } as const;
  return accept(context, url, operation, { status: 202, body: result() });
}

type TargetParameters = Record<'subscription' | 'group' | 'namespace' | 'type' | 'name', string>;

/** The target a path names; throws Azure's 404, or its 400 for a version that the provider does not have. */
function knownTarget(context: Context, parameters: TargetParameters, requestUrl: string): Target {
  const { subscription, group, namespace, type, name } = parameters;
  const { id } = knownSubscription(context, subscription);
  knownResourceGroup(context, id, group);
  const targetId = `/subscriptions/${id}/resourceGroups/${group}/providers/${namespace}/${type}/${name}`;
  const target = findTarget(context.world, targetId);
  if (!target) {
    throw resourceNotFound(`${namespace}/${type}/${name}`, group);
  }
  const versions = kindOf(target.type)?.apiVersions ?? [];
  const version = apiVersionOf(requestUrl);
  if (versions.length > 0 && !versions.includes(version)) {
    throw unsupportedApiVersion(type, version, versions);
  }
  return target;
}

function knownConnection(target: Target, name: string) {
  const connection = target.connections.find((candidate) => same(candidate.name, name));
  if (!connection) {
    throw resourceNotFound(`${target.type}/${target.name}/privateEndpointConnections/${name}`, target.resourceGroup);
  }
  return connection;
}
