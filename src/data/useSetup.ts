import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchSetup } from '../api/setup';
import { type SetupAnswer } from '../domain/settings/setup';
import { keys } from './keys';

/** The check of the stored settings; asks Azure only where there is something to check. */
export function useSetup(enabled: boolean) {
  return useQuery<SetupAnswer, BackendError>({ queryKey: keys.setup, queryFn: fetchSetup, enabled });
}
