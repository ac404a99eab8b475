import { skipToken, useMutationState, useQuery } from '@tanstack/react-query';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { keys } from './keys';
import { operationQuery } from './operationQuery';

/** The last operation on an endpoint that was started in this tab, and how it is going; undefined for none. */
export function useLastOperation(name: string): (Operation & Partial<OperationProgress>) | undefined {
  const started = useMutationState({
    filters: { mutationKey: keys.change, status: 'success' },
    select: ({ state }) => state.data as Operation,
  });
  const last = started.filter((operation) => operation.name.toLowerCase() === name.toLowerCase()).at(-1);
  const { data } = useQuery(
    last ? operationQuery(last) : { queryKey: [...keys.change, 'no operation'], queryFn: skipToken }
  );
  return last && { ...last, ...data };
}
