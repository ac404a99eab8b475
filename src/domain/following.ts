import { type Operation } from './changes/operation';
import { type Endpoint } from './endpoint';
import { type Failure } from './failure';
import { type MatchGrade, type TargetView } from './state/status';

/** When the backend refreshes on its own; see `automaticRefresh` in the settings. */
export type AutomaticRefresh = 'off' | 'decided' | 'pending';

/** What the backend answers when it follows the workspace. Times are RFC 3339. */
export interface Following {
  endpoints: Endpoint[];
  /** Only the targets of endpoints that wait. */
  targets: FollowedTarget[];
  refresh: {
    automatic: AutomaticRefresh;
    /** The last refresh that was started here; Azure tells nobody about others. */
    lastStartedAt?: string;
    lastOperation?: Operation;
    startedNow: boolean;
    /** The decisions that it was started for. */
    because: Array<{ name: string; decision: string }>;
    error?: Failure;
  };
}

/** What the target of an endpoint says about it. */
export interface FollowedTarget {
  /** Name of the endpoint. */
  name: string;
  grade: MatchGrade;
  /** Why the match has its grade. */
  reason: string;
  /** The connection that matches; none where nothing does. */
  connection?: { id: string; name: string; status: string; description: string };
  /** Why the target couldn't be read. */
  error?: Failure;
  readAt: string;
}

/** A target's view of an endpoint with all that was read of it. */
export interface KnownView extends TargetView {
  reason: string;
  /** The connection that matches; '' where none does. */
  connectionId: string;
  connectionName: string;
  /** Why the target couldn't be read. */
  error: Failure | undefined;
  /** Milliseconds since 1970. */
  readAt: number;
}

/** The view that an answer holds. */
export function viewOfTarget({ grade, reason, connection, error, readAt }: FollowedTarget): KnownView {
  return {
    grade,
    reason,
    status: connection?.status ?? '',
    description: connection?.description ?? '',
    connectionId: connection?.id ?? '',
    connectionName: connection?.name ?? '',
    error,
    readAt: Date.parse(readAt),
  };
}
