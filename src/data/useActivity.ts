import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BackendError } from '../api/errors';
import { type Activity } from '../domain/activity';
import { queries } from './queries';

/** What is known of the workspace's past. */
export interface KnownActivity {
  /** Newest first; undefined until it was read, and where it can't be. */
  activity: Activity[] | undefined;
  /** The beginning of what is known, RFC 3339. */
  since: string | undefined;
  /** False where Azure has more than was read. */
  complete: boolean;
  isPending: boolean;
  /** Code `azure_forbidden` where the identity may not read it. */
  error: BackendError | null;
}

/**
 * The changes of the last 90 days, from Azure's activity log.
 * @param endpoint leaves only this one's, and what concerns all, such as refreshes
 */
export function useActivity(endpoint?: string): KnownActivity {
  const { data: log, isPending, error } = useQuery(queries.activity);
  const activity = useMemo(() => {
    const all = log?.changes;
    const name = endpoint?.toLowerCase();
    return name === undefined ? all : all?.filter((one) => (one.endpoint?.toLowerCase() ?? name) === name);
  }, [log, endpoint]);
  return { activity, since: log?.since, complete: log?.complete ?? false, isPending, error };
}
