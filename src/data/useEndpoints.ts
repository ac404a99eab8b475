import { useQuery } from '@tanstack/react-query';
import { fetchEndpoints } from '../api/endpoints';
import { type BackendError } from '../api/errors';
import { type Endpoint } from '../domain/endpoint';
import { isSettling } from '../domain/state/status';
import { keys } from './keys';

// While somebody's write is under way; one call reads all pages of the list, so it is asked seldom.
const whileSettling = 30_000;

/** All endpoints of the workspace; `dataUpdatedAt` tells when they were read. */
export function useEndpoints() {
  return useQuery<Endpoint[], BackendError>({
    queryKey: keys.endpoints,
    queryFn: fetchEndpoints,
    refetchInterval: ({ state }) => (state.data?.some(isSettling) ? whileSettling : false),
  });
}
