import { findRequestCode, holdsRequestCode } from '../create/requestCode';
import { type Endpoint } from '../endpoint';
import { parseResourceId, resourceName, sameResource } from '../resourceId';
import { type MatchGrade, type TargetView } from '../state/status';

/** A private endpoint connection as the target tells it. */
export interface TargetConnection {
  /** ARM id of the connection. */
  id: string;
  name: string;
  /** Pending, Approved, Rejected, Disconnected. */
  status: string;
  description: string;
  /** ARM id of the private endpoint; it lives in a subscription of Microsoft's. */
  privateEndpointId: string;
  groupIds: string[];
}

/** A connection with the grade of its match and the reason in words. */
export interface GradedConnection {
  connection: TargetConnection;
  grade: MatchGrade;
  reason: string;
}

/** What is known of our own request. */
export interface OwnRequest {
  endpoint: Endpoint;
  workspaceName: string;
  /** Id of the connection noted while the request code stood in its description; '' when none was. */
  notedConnectionId: string;
}

/**
 * Grades every connection of a target, best first (design §5). Certain: our request code stands in its description, or
 * its id was noted while it did. Likely: the undocumented name fits, or the message is the same. When two connections
 * could be certain, neither is: nothing may happen to somebody else's.
 */
export function gradeConnections(connections: readonly TargetConnection[], own: OwnRequest): GradedConnection[] {
  const graded = connections.map((connection) => gradeOne(connection, own));
  const certain = graded.filter((entry) => entry.grade === 'certain').length;
  const safe = certain > 1 ? graded.map(doubt) : graded;
  return [...safe].sort((a, b) => rank[a.grade] - rank[b.grade]);
}

/** The target's view of the endpoint from its graded connections: the best match, or none. */
export function targetView(graded: readonly GradedConnection[]): TargetView {
  const best = [...graded].sort((a, b) => rank[a.grade] - rank[b.grade])[0];
  if (!best || best.grade === 'none') {
    return { status: '', description: '', grade: 'none' };
  }
  const rivals = graded.filter((entry) => entry.grade === best.grade);
  // Several likely ones that disagree say nothing.
  if (rivals.some((entry) => entry.connection.status.toLowerCase() !== best.connection.status.toLowerCase())) {
    return { status: '', description: '', grade: 'none' };
  }
  const { status, description } = best.connection;
  return { status, description, grade: best.grade };
}

/** Says what the target's view means where it doesn't change the status; '' when there is nothing to say. */
export function targetViewNote(view: TargetView | undefined): string {
  if (!view || view.grade === 'none') {
    return "Which connection on the target belongs to this endpoint can't be told.";
  }
  return view.grade === 'likely'
    ? `On the target, the connection that is likely this one says "${view.status}". Likely isn't certain, so nothing happens by itself.`
    : '';
}

/** The last part of the private endpoint's id for a workspace and endpoint: seen by several users, documented by nobody. */
export function likelyPrivateEndpointName(workspaceName: string, endpointName: string): string {
  return `grafana-${workspaceName}-${endpointName}`;
}

const rank: Record<MatchGrade, number> = { certain: 0, likely: 1, none: 2 };

function gradeOne(
  connection: TargetConnection,
  { endpoint, workspaceName, notedConnectionId }: OwnRequest
): GradedConnection {
  const code = findRequestCode(endpoint.requestMessage);
  if (holdsRequestCode(connection.description, code)) {
    return { connection, grade: 'certain', reason: `Its description holds the request code ${code}.` };
  }
  if (notedConnectionId !== '' && sameResource(connection.id, notedConnectionId)) {
    return { connection, grade: 'certain', reason: 'Its id was noted while its description held the request code.' };
  }
  if (sameName(connection.privateEndpointId, likelyPrivateEndpointName(workspaceName, endpoint.name))) {
    return {
      connection,
      grade: 'likely',
      reason:
        'Its private endpoint is named after the workspace and this endpoint, a habit of Azure that is not documented.',
    };
  }
  if (endpoint.requestMessage.trim() !== '' && connection.description.trim() === endpoint.requestMessage.trim()) {
    return {
      connection,
      grade: 'likely',
      reason: 'Its description is the request message, which holds no request code.',
    };
  }
  return { connection, grade: 'none', reason: 'Nothing links it to this endpoint.' };
}

function sameName(privateEndpointId: string, name: string): boolean {
  const id = parseResourceId(privateEndpointId);
  return id.ok && resourceName(id.value).toLowerCase() === name.toLowerCase();
}

function doubt(entry: GradedConnection): GradedConnection {
  return entry.grade === 'certain'
    ? { ...entry, grade: 'likely', reason: `${entry.reason} But so does another connection's, so it can't be certain.` }
    : entry;
}
