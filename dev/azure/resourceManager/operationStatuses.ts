import { type Hono } from 'hono';
import { logAccepted } from '../activityLog';
import { type Context } from '../context';
import { startOperation, type OperationRequest } from '../operations';
import { type Operation } from '../state';
import { ArmError } from './errors';
import { apiVersionOf } from './requests';
import { authorize, type ArmEnv } from './signedIn';

interface Accepted {
  status: 200 | 201 | 202;
  body?: unknown;
}

/** Starts an operation and answers the write that asked for it, with the signed URL of the operation's status. */
export function accept(context: Context, requestUrl: string, request: OperationRequest, accepted: Accepted): Response {
  const { clock, statusUrls, urls } = context;
  const { status, body } = accepted;
  const operation = startOperation(context, request);
  const { statusPath, result } = operation;
  logAccepted(context, operation, status);
  const url = statusUrls.create(urls.resourceManager, statusPath, apiVersionOf(requestUrl), clock.now());
  const answer = pollHeaders(context, url);
  if (!result) {
    answer.set('azure-asyncoperation', url);
  }
  return body === undefined
    ? new Response(null, { status, headers: answer })
    : Response.json(body, { status, headers: answer });
}

function pollHeaders({ knobs }: Context, location: string): Headers {
  const headers = new Headers({ location });
  if (knobs.retryAfterSeconds !== null) {
    headers.set('retry-after', String(knobs.retryAfterSeconds));
  }
  return headers;
}

/**
 * Status of long-running operations: 200 while the operation is known, also when it failed. Where only `Location` leads here, it
 * is 202 while the operation runs, and at its end what the write itself would have answered.
 */
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
    const namespace = operation.statusPath.split('/')[2] ?? '';
    authorize(c.get('identity'), `${namespace}/locations/operationStatuses/read`, operation.resourceId);
    const running = operation.endedAt === undefined;
    const headers = running
      ? pollHeaders(context, new URL(url.pathname + url.search, context.urls.resourceManager).href)
      : {};
    return operation.result ? locationAnswer(operation, headers) : Response.json(statusJson(operation), { headers });
  });
}

function locationAnswer({ endedAt, outcome, result }: Operation, headers: HeadersInit): Response {
  if (endedAt === undefined) {
    return new Response(null, { status: 202, headers });
  }
  if (outcome.status !== 'Succeeded') {
    throw new ArmError(409, outcome.error.code, outcome.error.message);
  }
  const body = result?.();
  return body ? Response.json(body) : new Response(null, { status: 204 });
}

/** While it runs Azure says Accepted; a success comes with an empty `error` and `properties: null`. */
function statusJson({ id, statusPath, resourceId, startedAt, endedAt, outcome }: Operation) {
  const common = { id: statusPath, name: id, resourceId, startTime: startedAt };
  if (endedAt === undefined) {
    return { ...common, status: 'Accepted' };
  }
  const error = outcome.status === 'Succeeded' ? {} : outcome.error;
  return { ...common, status: outcome.status, endTime: endedAt, error, properties: null };
}
