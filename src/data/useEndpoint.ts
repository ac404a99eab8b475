import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchEndpoint } from '../api/endpoints';
import { type BackendError } from '../api/errors';
import { type Endpoint } from '../domain/endpoint';
import { keys } from './keys';

/** One endpoint; shows what the list knew of it while it is read. */
export function useEndpoint(name: string) {
  const client = useQueryClient();
  return useQuery<Endpoint, BackendError>({
    queryKey: keys.endpoint(name),
    queryFn: () => fetchEndpoint(name),
    placeholderData: () =>
      client.getQueryData<Endpoint[]>(keys.endpoints)?.find((one) => one.name.toLowerCase() === name.toLowerCase()),
  });
}
