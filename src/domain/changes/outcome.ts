import { isSameRequest } from '../create/sameRequest';
import { type Endpoint } from '../endpoint';
import { isOutcomeUnknown } from '../failure';
import { type Change, type EndpointFields } from './change';

/** True when only a read can tell whether Azure made a change that failed with this code. */
export function needsReading({ kind }: Change, code: string): boolean {
  // A name that is suddenly in use may be our own request of a moment ago.
  return isOutcomeUnknown(code) || (kind === 'create' && code === 'endpoint_exists');
}

/**
 * True when a change shows on the endpoint that has its name now; undefined where there is none. A refresh leaves nothing
 * to see, and repeating it harms nothing.
 */
export function isMade(change: Change, endpoint: Endpoint | undefined): boolean {
  switch (change.kind) {
    case 'create':
      return endpoint !== undefined && isSameRequest(endpoint, change.request);
    case 'update':
      return endpoint?.createdAt === change.createdAt && holds(endpoint, change.fields);
    case 'delete':
      return (
        endpoint === undefined ||
        endpoint.createdAt !== change.createdAt ||
        ['deleting', 'deleted'].includes(endpoint.provisioningState.toLowerCase())
      );
    case 'refresh':
      return false;
  }
}

function holds(endpoint: Endpoint, fields: EndpointFields): boolean {
  return 'tags' in fields
    ? sameTags(endpoint.tags, fields.tags)
    : endpoint.domainName.toLowerCase() === fields.domainName.toLowerCase();
}

function sameTags(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
