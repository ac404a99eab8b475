import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchTarget, type TargetAnswer } from '../api/targets';
import { keys } from './keys';

/** One target, read by its resource id; '' reads nothing. */
export function useTarget(id: string) {
  return useQuery<TargetAnswer, BackendError>({
    queryKey: keys.target(id),
    queryFn: () => fetchTarget(id),
    enabled: id !== '',
  });
}
