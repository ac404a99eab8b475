import { useQuery } from '@tanstack/react-query';
import { fetchEndpoints } from '../api/endpoints';
import { type BackendError } from '../api/errors';
import { type Endpoint } from '../domain/endpoint';
import { keys } from './keys';

/** All endpoints of the workspace; `dataUpdatedAt` tells when they were read. */
export function useEndpoints() {
  return useQuery<Endpoint[], BackendError>({ queryKey: keys.endpoints, queryFn: fetchEndpoints });
}
