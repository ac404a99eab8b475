import { isSameRequest } from '../create/sameRequest';
import { type Endpoint } from '../endpoint';
import { isOutcomeUnknown } from '../failure';
import { type MatchGrade } from '../state/status';
import { type Change, type Decision, type EndpointFields, isDecision } from './change';
import { showsTagDifference } from './tagDifference';

/** True when only a read can tell whether Azure made a change that failed with this code. */
export function needsReading({ kind }: Change, code: string): boolean {
  // A name that is suddenly in use may be our own request of a moment ago.
  return isOutcomeUnknown(code) || (kind === 'create' && code === 'endpoint_exists');
}

/**
 * True when a change shows on the endpoint that has its name now; undefined where there is none. A refresh leaves nothing
 * to see, and repeating it harms nothing; a decision shows on the target (isDecided).
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
    case 'approve':
    case 'reject':
    case 'refresh':
      return false;
  }
}

/** True when a decision shows on the connection that was decided on. */
export function isDecided(
  { kind, connectionId }: Decision,
  target: { grade: MatchGrade; connection?: { id: string; status: string } }
): boolean {
  const wanted = kind === 'approve' ? 'approved' : 'rejected';
  return (
    target.grade === 'confirmed' &&
    target.connection?.id.toLowerCase() === connectionId.toLowerCase() &&
    target.connection.status.toLowerCase() === wanted
  );
}

/**
 * What is different from what was wanted, once Azure says that a change is done; '' for nothing.
 * @param now the endpoint that has the name then; undefined for none
 */
export function describeDifference(change: Change, now: Endpoint | undefined): string {
  if (change.kind === 'refresh' || isDecision(change) || (change.kind === 'delete' && isMade(change, now))) {
    return '';
  }
  if (change.kind === 'delete') {
    return 'Azure still shows the endpoint.';
  }
  if (!now) {
    return 'Someone else deleted the endpoint.';
  }
  if (change.kind === 'create') {
    return isMade(change, now) && isSameName(now, change.request.domainName)
      ? ''
      : 'Someone else created an endpoint with this name at the same time. This isn’t the one that you requested, and your request may have changed its tags and domain name.';
  }
  if (now.createdAt !== change.createdAt) {
    return 'Someone else deleted the endpoint, and it was created again. The resource owner must approve it again. If it isn’t needed, delete it.';
  }
  return isMade(change, now) ? '' : 'Someone else changed it too, and the endpoint shows something else.';
}

function holds(endpoint: Endpoint, fields: EndpointFields): boolean {
  return 'tags' in fields
    ? showsTagDifference(endpoint.tags, fields.tags)
    : isSameName(endpoint, fields.domainName.wanted);
}

function isSameName({ domainName }: Endpoint, wanted: string): boolean {
  return domainName.toLowerCase() === wanted.toLowerCase();
}
