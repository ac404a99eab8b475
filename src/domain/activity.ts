/** One change of a workspace's endpoints, made of all its events in Azure's activity log. */
export interface Activity {
  what: 'created' | 'updated' | 'deleted' | 'refreshed';
  /** Name of the endpoint; undefined for what concerns the workspace, as a refresh does. */
  endpoint?: string;
  /** Started: its end isn't in the log, or not yet, as events arrive after minutes. */
  outcome: 'started' | 'succeeded' | 'failed';
  /** When it began; RFC 3339. */
  time: string;
  /** When it ended; undefined while it is only started. */
  endedAt?: string;
  /** A mail address, or the object ID of an application; '' where nobody says. */
  who: string;
  /** True for what the plugin's own identity did; a managed identity isn't recognized. */
  own: boolean;
  /** Why it failed, else ''. */
  reason: string;
  correlationId: string;
}

/** What was read of the activity log. */
export interface ActivityLog {
  /** Newest first. */
  changes: Activity[];
  /** The beginning of what was searched, RFC 3339. */
  since: string;
  /** False where there is more between `since` and now than was read. */
  complete: boolean;
}
