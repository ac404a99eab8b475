import { createHash, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { bounded } from '../../ownMachine';
import { type Context } from '../context';
import { settleOperations } from '../operations';
import { activityRoutes } from './activity';
import { endpointRoutes } from './endpoints';
import { ArmError, noSuchRoute } from './errors';
import { operationStatusRoutes } from './operationStatuses';
import { metadataRoutes } from './metadata';
import { dashboardVersions, isDashboard, isDashboardResource, requireApiVersion } from './requests';
import { resourceGraphRoutes } from './resourceGraph/routes';
import { permissionRoutes, signedIn, type ArmEnv } from './signedIn';
import { subscriptionRoutes } from './subscriptions';
import { targetRoutes } from './targets';
import { workspaceRoutes } from './workspaces';

/** The general ones last: any resource's path would match the targets'. */
const routesInOrder = [
  permissionRoutes,
  activityRoutes,
  subscriptionRoutes,
  operationStatusRoutes,
  resourceGraphRoutes,
  workspaceRoutes,
  endpointRoutes,
  targetRoutes,
];

/** Azure Resource Manager. Paths have no case there, so routes are written and matched in lower case. */
export function resourceManagerApp(context: Context): Hono<ArmEnv> {
  const app = new Hono<ArmEnv>({ getPath: (request) => new URL(request.url).pathname.toLowerCase() });
  app.use(bounded);
  app.use(async (c, next) => {
    settleOperations(context);
    await next();
    c.res.headers.set('x-ms-request-id', randomUUID());
    c.res.headers.set('x-ms-correlation-request-id', randomUUID());
    const [limit, remaining] = c.req.method === 'GET' ? ['reads', '249'] : ['writes', '199'];
    c.res.headers.set(`x-ms-ratelimit-remaining-subscription-${limit}`, remaining);
    if (isDashboard(c.req.path)) {
      c.res.headers.set('x-ms-providerhub-traffic', 'True');
      c.res.headers.set('api-supported-versions', dashboardVersions.join(', '));
    }
    if (c.res.ok && isDashboardResource(c.req.path)) {
      const tag = await entityTag(c.res);
      c.res.headers.set('etag', tag);
    }
  });
  metadataRoutes(app, context);
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

/** Real traffic has an entity tag for a resource; that a write heeds If-Match isn't documented, so here none does. */
async function entityTag(answer: Response): Promise<string> {
  const body = await answer.clone().text();
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
}

function armAnswer(error: ArmError): Response {
  return Response.json(error.body(), { status: error.status, headers: error.headers });
}
