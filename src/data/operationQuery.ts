import { queryOptions } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchOperation } from '../api/operations';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { keys } from './keys';

/** How an operation is going; asked again until it ends, soon at first, then ever slower. */
export function operationQuery(operation: Operation) {
  return queryOptions<OperationProgress, BackendError>({
    queryKey: keys.operation(operation),
    queryFn: () => fetchOperation(operation),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : pause(state)),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

interface Asked {
  dataUpdateCount: number;
  errorUpdateCount: number;
  error: BackendError | null;
}

function pause({ dataUpdateCount, errorUpdateCount, error }: Asked): number {
  const asked = dataUpdateCount + errorUpdateCount;
  const own = error ? 15_000 : asked < 10 ? 3_000 : asked < 30 ? 6_000 : 15_000;
  return Math.max(own, (error?.failure.retryAfter ?? 0) * 1_000);
}
