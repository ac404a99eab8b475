import { type Endpoint } from '../../domain/endpoint';
import { keys } from '../keys';
import { queryClient } from '../queryClient';

/** The endpoints that this tab has read, of the list and of single pages, each as it was read last. */
export function knownEndpoints(): Endpoint[] {
  const found = new Map<string, { endpoint: Endpoint; readAt: number }>();
  for (const { state } of queryClient.getQueryCache().findAll({ queryKey: keys.endpoints })) {
    // One that failed to be read again may be gone.
    const data = state.status === 'success' ? (state.data as Endpoint | Endpoint[]) : [];
    for (const endpoint of [data].flat()) {
      const key = endpoint.name.toLowerCase();
      if (state.dataUpdatedAt >= (found.get(key)?.readAt ?? 0)) {
        found.set(key, { endpoint, readAt: state.dataUpdatedAt });
      }
    }
  }
  return [...found.values()].map(({ endpoint }) => endpoint);
}
