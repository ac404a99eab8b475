import { skipToken, useMutationState, useQuery } from '@tanstack/react-query';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { CHANGE, queries } from './queries';

/** The last operation on an endpoint that was started in this tab, and how it is going; undefined for none. */
export function useLastOperation(name: string): (Operation & Partial<OperationProgress>) | undefined {
  const started = useMutationState({
    filters: { mutationKey: CHANGE, status: 'success' },
    select: ({ state }) => state.data as Operation,
  });
  const last = started.filter((operation) => operation.name.toLowerCase() === name.toLowerCase()).at(-1);
  const { data } = useQuery(
    last ? queries.operation(last) : { queryKey: [...CHANGE, 'no operation'], queryFn: skipToken }
  );
  return last && { ...last, ...data };
}
