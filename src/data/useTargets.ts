import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchTargets } from '../api/targets';
import { type FoundTargets } from '../domain/foundTarget';
import { keys } from './keys';

/** Resources of a type whose name, group or id holds the words; keeps showing the last results while it searches anew. */
export function useTargets(type: string, words: string, enabled = true) {
  const key = keys.targets(type, words);
  return useQuery<FoundTargets, BackendError>({
    queryKey: key,
    queryFn: () => fetchTargets(type, words),
    enabled,
    placeholderData: (found, before) => (before?.queryKey[2] === key[2] ? found : undefined),
  });
}
