import { type Hono } from 'hono';
import { type Context } from '../context';
import { type Operation } from '../state';
import { ArmError } from './errors';
import { authorize, type ArmEnv } from './signedIn';

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
