import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queries } from './queries';

/** One endpoint; shows what the list knew of it while it is read. */
export function useEndpoint(name: string) {
  const client = useQueryClient();
  return useQuery({
    ...queries.endpoint(name),
    placeholderData: () =>
      client.getQueryData(queries.endpoints.queryKey)?.find((one) => one.name.toLowerCase() === name.toLowerCase()),
  });
}
