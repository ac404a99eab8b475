import { useQuery } from '@tanstack/react-query';
import { fetchTargetView } from '../api/connection';
import { type Endpoint } from '../domain/endpoint';
import { viewOfTarget } from '../domain/following';
import { isAwaited, isSettling } from '../domain/state/status';
import { AZURE } from './queries';
import { useTargetViews } from './useFollow';

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
