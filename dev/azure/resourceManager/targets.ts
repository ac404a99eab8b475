import { type Hono } from 'hono';
import { type Context } from '../context';
import { same, type Target } from '../state';
import { findTarget } from '../targets/connections';
import { connectionJson, subResourceJson, targetJson } from '../targets/json';
import { kindOf } from '../targets/kinds';
import { resourceNotFound, unsupportedApiVersion } from './errors';
import { apiVersionOf, page } from './paging';
import { authorize, type ArmEnv } from './signedIn';
import { knownResourceGroup, knownSubscription } from './subscriptions';

export const targetPath = '/subscriptions/:subscription/resourcegroups/:group/providers/:namespace/:type/:name';

/** Targets of every kind: the resource, its connections and its sub-resources, in its provider's dialect. */
export function targetRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get(targetPath, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    authorize(c.get('identity'), `${target.type}/read`, target.id);
    return c.json(targetJson(target));
  });

  app.get(`${targetPath}/privateendpointconnections`, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    authorize(c.get('identity'), `${target.type}/privateEndpointConnections/read`, target.id);
    return c.json(
      page(
        context,
        c.req.url,
        target.connections.map((connection) => connectionJson(target, connection))
      )
    );
  });

  app.get(`${targetPath}/privateendpointconnections/:connection`, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    authorize(c.get('identity'), `${target.type}/privateEndpointConnections/read`, target.id);
    return c.json(connectionJson(target, knownConnection(target, c.req.param('connection'))));
  });

  app.get(`${targetPath}/privatelinkresources`, (c) => {
    const target = knownTarget(context, c.req.param(), c.req.url);
    const kind = kindOf(target.type);
    if (!kind?.listsSubResources) {
      throw resourceNotFound(`${target.type}/${target.name}/privateLinkResources`, target.resourceGroup);
    }
    authorize(c.get('identity'), `${target.type}/privateLinkResources/read`, target.id);
    return c.json(
      page(
        context,
        c.req.url,
        kind.subResources.map((subResource) => subResourceJson(target, subResource))
      )
    );
  });
}

interface TargetParameters {
  subscription: string;
  group: string;
  namespace: string;
  type: string;
  name: string;
}

/** The target a path names; throws Azure's 404, or its 400 for a version that the provider does not have. */
export function knownTarget(context: Context, parameters: TargetParameters, requestUrl: string): Target {
  const { subscription, group, namespace, type, name } = parameters;
  const { id } = knownSubscription(context, subscription);
  knownResourceGroup(context, id, group);
  const target = findTarget(
    context.world,
    `/subscriptions/${id}/resourceGroups/${group}/providers/${namespace}/${type}/${name}`
  );
  if (!target) {
    throw resourceNotFound(`${namespace}/${type}/${name}`, group);
  }
  const versions = kindOf(target.type)?.apiVersions ?? [];
  const version = apiVersionOf(new URL(requestUrl));
  if (versions.length > 0 && !versions.includes(version)) {
    throw unsupportedApiVersion(type, version, versions);
  }
  return target;
}

export function knownConnection(target: Target, name: string) {
  const connection = target.connections.find((candidate) => same(candidate.name, name));
  if (!connection) {
    throw resourceNotFound(`${target.type}/${target.name}/privateEndpointConnections/${name}`, target.resourceGroup);
  }
  return connection;
}
