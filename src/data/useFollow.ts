import { type QueryClient, queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { type BackendError } from '../api/errors';
import { fetchTargetView, follow } from '../api/follow';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type Following, type KnownView, viewOfTarget } from '../domain/following';
import { isAwaited, isSettling } from '../domain/state/status';
import { AZURE, FOLLOW, queries } from './queries';
import { type ChangeState, useChange, useIsChanging } from './useChange';

// In milliseconds. The backend reads once for all tabs of all users.
const whileSettling = 4_000;
const whileWaiting = 8_000;
const afterFailure = 15_000;

/** What Azure has been writing for longer is stuck, some of it for weeks; the backend thinks so too (pkg/azure/ready.go). */
const longestWrite = 30 * 60_000;

/**
 * Follows the workspace while the page is visible and something is awaited: the backend reads what the owners of the
 * targets decided, and may refresh. Once a page, `enabled` when it shows what it is about. `first` names the endpoint
 * that the page is about, if it is about one. Returns what does it at once.
 */
export function useFollowing(enabled: boolean, first = ''): () => void {
  const client = useQueryClient();
  useQuery({
    ...followQuery(client, first),
    enabled,
    refetchInterval: ({ state: { data, dataUpdatedAt, error } }) =>
      error ? afterFailure : data ? pauseAfter(data, dataUpdatedAt) : false,
  });
  const { isRunning } = useLastRefresh();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !isRunning) {
      // Its answer holds the endpoints too.
      void client.invalidateQueries({ queryKey: FOLLOW });
    }
    wasRunning.current = isRunning;
  }, [client, isRunning]);
  return () => void client.invalidateQueries({ queryKey: FOLLOW });
}

function followQuery(client: QueryClient, first = '') {
  return queryOptions<Following, BackendError>({
    queryKey: FOLLOW,
    queryFn: async ({ signal }) => {
      const answer = await follow(first, signal);
      noteEndpoints(client, answer.endpoints);
      return answer;
    },
    // A page that opens is about something else, whose target may not have been read.
    staleTime: 0,
  });
}

let lastPause: { data: Following; at: number; pause: number | false } | undefined;

/** When to follow again after the answer that came at a time. It is asked at each render, and looks at every endpoint. */
function pauseAfter(data: Following, at: number): number | false {
  if (lastPause?.data !== data || lastPause.at !== at) {
    lastPause = { data, at, pause: findPause(data, Date.now()) };
  }
  return lastPause.pause;
}

function findPause({ endpoints, refresh }: Following, now: number): number | false {
  if (endpoints.some((endpoint) => isSettling(endpoint) && !isStuck(endpoint, now)) || refresh.startedNow) {
    return whileSettling;
  }
  return endpoints.some(isAwaited) ? whileWaiting : false;
}

function isStuck({ lastModifiedAt }: Endpoint, now: number): boolean {
  return now - Date.parse(lastModifiedAt) > longestWrite;
}

/** Puts the endpoints as they were just read into what was read before, so that nothing is read twice. */
function noteEndpoints(client: QueryClient, endpoints: Endpoint[]): void {
  client.setQueryData(queries.endpoints.queryKey, endpoints);
  const byKey = new Map(endpoints.map((endpoint) => [String(queries.endpoint(endpoint.name).queryKey), endpoint]));
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: queries.endpoints.queryKey })) {
    const now = byKey.get(String(queryKey));
    if (now) {
      client.setQueryData(queryKey, now);
    } else if (queryKey.length > queries.endpoints.queryKey.length) {
      // It is gone: reading it says so.
      void client.invalidateQueries({ queryKey });
    }
  }
}

/** What the last answer says; undefined before there is one. */
export function useFollow(): { data: Following | undefined; failure: Failure | undefined } {
  const { data, error } = useQuery({ ...followQuery(useQueryClient()), enabled: false });
  return { data, failure: error?.failure };
}

/** What the targets of waiting endpoints say, as far as it was read. */
export function useTargetViews(): (endpoint: Endpoint) => KnownView | undefined {
  const { data } = useFollow();
  return useMemo(() => {
    const views = new Map(data?.targets.map((target) => [target.name, viewOfTarget(target)]));
    const asRead = new Map(data?.endpoints.map((endpoint) => [endpoint.name, endpoint]));
    // Once the workspace says something else, a newer decision may have been applied, or the name is another endpoint's.
    const holds = ({ name, connectionState, createdAt }: Endpoint) =>
      asRead.get(name)?.connectionState === connectionState && asRead.get(name)?.createdAt === createdAt;
    return (endpoint) => (holds(endpoint) ? views.get(endpoint.name) : undefined);
  }, [data]);
}

/** The last refresh that was started here, by whomever, and how it is going. */
export function useLastRefresh() {
  const refresh = useFollow().data?.refresh;
  const operation = refresh?.lastOperation;
  const { data } = useQuery(
    operation ? queries.operation(operation) : { queryKey: [...FOLLOW, 'no operation'], queryFn: skipToken }
  );
  return { refresh, progress: data, isRunning: data?.status === 'running' };
}

/** Refreshing the workspace from one part of a page. */
export interface Refresh extends Pick<ChangeState, 'waiting' | 'failure' | 'cancel'> {
  /** One is being sent, waits or runs, whoever started it. */
  busy: boolean;
  start: () => void;
}

/** Refreshes the workspace: this syncs its managed network. */
export function useRefresh(): Refresh {
  const { send, waiting, failure, cancel } = useChange();
  const isSending = useIsChanging('refresh');
  const { isRunning } = useLastRefresh();
  return { busy: isSending || isRunning, waiting, failure, cancel, start: () => send({ kind: 'refresh', name: '' }) };
}

/** What the target of an endpoint says, read for its page. While the endpoint waits, following the workspace tells. */
export function useTargetView(endpoint: Endpoint) {
  const followed = useTargetViews()(endpoint);
  const own = useQuery({
    // Another own view, or another endpoint under the name, is another question.
    queryKey: [...AZURE, 'connection', endpoint.name.toLowerCase(), endpoint.connectionState, endpoint.createdAt],
    queryFn: async ({ signal }) => viewOfTarget(await fetchTargetView(endpoint.name, signal)),
    enabled: !isAwaited(endpoint) && !isSettling(endpoint),
  });
  const view = isAwaited(endpoint) ? followed : own.data;
  return { view, isReading: own.isFetching, failure: own.error?.failure ?? view?.error, readAgain: own.refetch };
}
