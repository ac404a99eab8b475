import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type Context } from '../context';
import { permissionsAt } from '../identities';
import { settleOperations } from '../operations';
import { type Operation } from '../state';
import { requireApiVersion } from './apiVersions';
import { decisionRoutes } from './decisions';
import { endpointRoutes } from './endpoints';
import { endpointWriteRoutes, refreshRoutes } from './endpointWrites';
import { ArmError, noSuchRoute } from './errors';
import { page } from './paging';
import { resourceGraphRoutes } from './resourceGraph/routes';
import { type ArmEnv, authorize, signedIn } from './signedIn';
import { subscriptionRoutes } from './subscriptions';
import { targetRoutes } from './targets';
import { workspaceRoutes } from './workspaces';

/** The general ones last: any resource's path would match the targets'. */
const routesInOrder = [
  permissionRoutes,
  subscriptionRoutes,
  operationStatusRoutes,
  resourceGraphRoutes,
  workspaceRoutes,
  endpointRoutes,
  endpointWriteRoutes,
  refreshRoutes,
  targetRoutes,
  decisionRoutes,
];

/** Azure Resource Manager. Paths have no case there, so routes are written and matched in lower case. */
export function resourceManagerApp(context: Context): Hono<ArmEnv> {
  const app = new Hono<ArmEnv>({ getPath: (request) => new URL(request.url).pathname.toLowerCase() });
  app.use(async (c, next) => {
    settleOperations(context);
    await next();
    c.res.headers.set('x-ms-request-id', randomUUID());
    c.res.headers.set('x-ms-correlation-request-id', randomUUID());
    c.res.headers.set('x-ms-ratelimit-remaining-subscription-reads', '249');
  });
  app.use(signedIn(context));
  app.use(requireApiVersion);
  for (const routes of routesInOrder) {
    routes(app, context);
  }
  app.notFound((c) => armAnswer(noSuchRoute(new URL(c.req.url).pathname)));
  app.onError((error) => {
    if (error instanceof ArmError) {
      return armAnswer(error);
    }
    throw error;
  });
  return app;
}

function armAnswer(error: ArmError): Response {
  return Response.json(error.body(), { status: error.status, headers: error.headers });
}

/** The caller's own permissions at any scope: `GET {scope}/providers/Microsoft.Authorization/permissions`. */
function permissionRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/:scope{.+}/providers/microsoft.authorization/permissions', (c) => {
    const scope = `/${c.req.param('scope')}`;
    const items = permissionsAt(c.get('identity'), scope).map((permission) => ({ ...permission, conditions: null }));
    return c.json(page(context, c.req.url, items));
  });
}

/** Status of long-running operations: always 200 while the operation is known, also when it failed. */
function operationStatusRoutes(app: Hono<ArmEnv>, context: Context): void {
  app.get('/providers/:namespace/locations/:location/operationstatuses/:operation', (c) => {
    const operation = context.world.operations.get(c.req.param('operation'));
    const url = new URL(c.req.url);
    if (!context.statusUrls.verify(url)) {
      throw new ArmError(400, 'InvalidOperationStatusUrl', 'The signature of the operation status URL is not valid.');
    }
    if (!operation) {
      throw new ArmError(404, 'OperationNotFound', 'The operation could not be found.');
    }
    const namespace = url.pathname.split('/')[2] ?? '';
    authorize(c.get('identity'), `${namespace}/locations/operationStatuses/read`, operation.resourceId);
    return c.json(statusJson(operation));
  });
}

/** While it runs Azure says Accepted; a success comes with an empty `error` and `properties: null`. */
function statusJson(operation: Operation) {
  const { id, resourceId, startedAt, endedAt, outcome } = operation;
  const common = {
    id: `/providers/Microsoft.Dashboard/locations/WESTEUROPE/operationStatuses/${id}`,
    name: id,
    resourceId,
  };
  if (endedAt === undefined) {
    return { ...common, status: 'Accepted', startTime: startedAt };
  }
  const error = outcome.status === 'Succeeded' ? {} : outcome.error;
  return { ...common, status: outcome.status, startTime: startedAt, endTime: endedAt, error, properties: null };
}
