import { type Hono } from 'hono';
import { type Context } from '../context';
import { startOperation, type OperationRequest } from '../operations';
import { type Operation } from '../state';
import { ArmError } from './errors';
import { apiVersionOf } from './requests';
import { authorize, type ArmEnv } from './signedIn';

interface Accepted {
  status: 200 | 201 | 202;
  body?: unknown;
  /** The path that the status lives under; a provider may have its own. */
  statusPath?: string;
  /** Which headers lead to the status. */
  headers?: 'both' | 'location';
}

const dashboardStatusPath = '/providers/Microsoft.Dashboard/locations/WESTEUROPE/operationStatuses';

/** Starts an operation and answers the write that asked for it, with the signed URL of the operation's status. */
export function accept(context: Context, requestUrl: string, request: OperationRequest, accepted: Accepted): Response {
  const { clock, knobs, statusUrls, urls } = context;
  const { status, body, statusPath = dashboardStatusPath, headers = 'both' } = accepted;
  const path = `${statusPath}/${startOperation(context, request).id}`;
  const url = statusUrls.create(urls.resourceManager, path, apiVersionOf(requestUrl), clock.now());
  const answer = new Headers({ location: url });
  if (headers === 'both') {
    answer.set('azure-asyncoperation', url);
  }
  if (knobs.retryAfterSeconds !== null) {
    answer.set('retry-after', String(knobs.retryAfterSeconds));
  }
  return body === undefined
    ? new Response(null, { status, headers: answer })
    : Response.json(body, { status, headers: answer });
}

/** Status of long-running operations: always 200 while the operation is known, also when it failed. */
export function operationStatusRoutes(app: Hono<ArmEnv>, context: Context): void {
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
function statusJson({ id, resourceId, startedAt, endedAt, outcome }: Operation) {
  const common = { id: `${dashboardStatusPath}/${id}`, name: id, resourceId, startTime: startedAt };
  if (endedAt === undefined) {
    return { ...common, status: 'Accepted' };
  }
  const error = outcome.status === 'Succeeded' ? {} : outcome.error;
  return { ...common, status: outcome.status, endTime: endedAt, error, properties: null };
}
