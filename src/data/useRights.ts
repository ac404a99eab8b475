import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchRights } from '../api/targets';
import { type RightKey, type RightState } from '../domain/permissions';
import { keys } from './keys';

/** What the identity seems allowed to do; a right that is missing here isn't known. */
export type Rights = Partial<Record<RightKey, RightState>>;

/** The identity's rights on the workspace. */
export function useRights() {
  return useQuery<Rights, BackendError>({
    queryKey: keys.rights,
    queryFn: async () => Object.fromEntries((await fetchRights()).map(({ key, state }) => [key, state])),
  });
}
