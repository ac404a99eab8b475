import { type Endpoint } from '../endpoint';
import { type Failure } from '../failure';
import { sameResource } from '../resourceId';
import { isEndpointReady } from '../state/status';

/**
 * What became of an endpoint while its address was written into a data source: until then, someone else could delete it, or
 * create another under its name. undefined where all is as before.
 * @param now the endpoint that has the name now; undefined for none
 */
export function endpointChange(before: Endpoint, now: Endpoint | undefined): Failure | undefined {
  const what = whatChanged(before, now);
  return what
    ? {
        code: 'endpoint_changed',
        message: `While the data source was being written, the endpoint ${before.name} ${what}.`,
        hint: 'The new URL may point to someone else’s resource. Undo the update, or check the endpoint first.',
      }
    : undefined;
}

function whatChanged(before: Endpoint, now: Endpoint | undefined): string {
  if (!now) {
    return 'was deleted';
  }
  if (now.createdAt !== before.createdAt) {
    return 'was replaced by another one with its name';
  }
  if (!isEndpointReady(now)) {
    return 'stopped being ready';
  }
  const isSame =
    sameResource(now.targetId, before.targetId) &&
    now.domainName.toLowerCase() === before.domainName.toLowerCase() &&
    now.privateIp === before.privateIp;
  return isSame ? '' : 'changed its target or address';
}
