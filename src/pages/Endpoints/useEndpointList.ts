import { useMemo } from 'react';
import { useEndpoints } from '../../data/confirmedHosts';
import { useFollowing, useTargetViews } from '../../data/useFollow';
import { useWorkspace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure, isSettingsFailure } from '../../domain/failure';
import { type EndpointRow, endpointRows } from '../../domain/list/row';
import { mayHaveEndpoints } from '../../domain/workspace';

/** The workspace's endpoints as the page that lists them needs them. */
export interface ReadList {
  endpoints: readonly Endpoint[];
  rows: EndpointRow[];
  isRead: boolean;
  isPending: boolean;
  /** Milliseconds since 1970; 0 before the first answer. */
  readAt: number;
  reading: boolean;
  reload: () => void;
  failure: Failure | undefined;
  /** What that is a failure of. */
  failed: string;
  /** The workspace's tier is not known to have no endpoints. */
  canHaveSome: boolean;
  /** Nothing is known that keeps a new one from being created. */
  canCreate: boolean;
}

// The same array at each render.
const none: Endpoint[] = [];

/** Reads the endpoints and follows them; once a page. */
export function useEndpointList(): ReadList {
  const workspace = useWorkspace();
  const endpoints = useEndpoints();
  const isRead = endpoints.data !== undefined;
  const followAgain = useFollowing(isRead);
  const viewOf = useTargetViews();
  const { data = none, dataUpdatedAt } = endpoints;
  const rows = useMemo(() => endpointRows(data, dataUpdatedAt, viewOf), [data, dataUpdatedAt, viewOf]);
  // Both calls fail for the same reason when the settings or the sign-in are wrong: told once.
  const failure = (endpoints.error ?? workspace.error)?.failure;
  return {
    endpoints: data,
    rows,
    isRead,
    isPending: endpoints.isPending,
    readAt: dataUpdatedAt,
    reading: endpoints.isFetching || workspace.isFetching,
    reload: () => {
      void workspace.refetch();
      void endpoints.refetch();
      followAgain();
    },
    failure,
    failed: failedTitle(endpoints.isError, isRead),
    canHaveSome: mayHaveEndpoints(workspace.data),
    canCreate: isRead || (failure !== undefined && !isSettingsFailure(failure)),
  };
}

function failedTitle(isOfList: boolean, isRead: boolean): string {
  if (!isOfList) {
    return 'Couldn’t load the workspace';
  }
  return isRead ? 'Couldn’t reload the list' : 'Couldn’t load private endpoints';
}
