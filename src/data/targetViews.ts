import * as z from 'zod/mini';
import { failureSchema } from '../api/errors';
import { fetchConnection } from '../api/connection';
import { gradeConnections, targetView } from '../domain/approval/connectionMatch';
import { findRequestCode } from '../domain/create/requestCode';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type MatchGrade, type TargetView } from '../domain/state/status';
import { keptItems } from './keptItems';

/** What a target said of an endpoint, when it was read. */
export interface KnownView extends TargetView {
  /** Milliseconds since 1970. */
  readAt: number;
  /** False where the target's connections can't be read; `error` says why. */
  readable: boolean;
  error?: Failure;
  /** Why the match has its grade; '' where there is none. */
  reason: string;
  /** The connection that matched; '' where none did. */
  connectionId: string;
  connectionName: string;
  /** The workspace's own view at that time: once it differs, a newer decision may have been taken over. */
  ownState: string;
  /** Id of the endpoint's request by its code; a new request under an old name is another one. */
  code: string;
}

const text = z.string();
const grade = z.enum(['certain', 'likely', 'none']);

/** The targets' views by the endpoint's name in lower case; all tabs share what one of them read. */
export const targetViews = keptItems<KnownView>(
  'view',
  z.object({
    readAt: z.number(),
    readable: z.boolean(),
    error: z.optional(failureSchema),
    status: text,
    description: text,
    grade,
    reason: text,
    connectionId: text,
    connectionName: text,
    ownState: text,
    code: text,
  })
);

/** Connections that held a request's code when they were seen, by that code: the owner may write over the description. */
const notedConnections = keptItems('noted', z.object({ connectionId: text }));

/** The view of an endpoint where it still holds: read for this request, and not overtaken by the workspace's own view. */
export function validView(view: KnownView | undefined, endpoint: Endpoint): KnownView | undefined {
  const holds =
    view && view.ownState === endpoint.connectionState && view.code === findRequestCode(endpoint.requestMessage);
  return holds ? view : undefined;
}

/** Reads what the target says of an endpoint and keeps it. @throws BackendError */
export async function readTargetView(workspace: { id: string; name: string }, endpoint: Endpoint): Promise<KnownView> {
  const answer = await fetchConnection(endpoint.name);
  const code = findRequestCode(endpoint.requestMessage);
  const graded = gradeConnections(answer.connections, {
    endpoint,
    workspaceName: workspace.name,
    notedConnectionId: code && (notedConnections.find(workspace.id, code)?.connectionId ?? ''),
  });
  const best = graded[0];
  const told = targetView(graded);
  const found = best && told.grade !== 'none' ? best : undefined;
  if (found?.grade === 'certain' && code) {
    notedConnections.put(workspace.id, code, { connectionId: found.connection.id });
  }
  const view: KnownView = {
    ...told,
    readAt: Date.now(),
    readable: answer.readable,
    error: answer.error,
    reason:
      found?.reason ??
      reasonForNone(
        answer.readable,
        graded.map((entry) => entry.grade)
      ),
    connectionId: found?.connection.id ?? '',
    connectionName: found?.connection.name ?? '',
    ownState: endpoint.connectionState,
    code,
  };
  targetViews.put(workspace.id, viewId(endpoint.name), view);
  return view;
}

/** Under which id an endpoint's view is kept. */
export function viewId(endpointName: string): string {
  return endpointName.toLowerCase();
}

function reasonForNone(readable: boolean, grades: MatchGrade[]): string {
  if (!readable) {
    return '';
  }
  return grades.some((one) => one !== 'none')
    ? 'Several connections on the target could be this one, and they say different things.'
    : 'No connection on the target can be linked to this endpoint.';
}
