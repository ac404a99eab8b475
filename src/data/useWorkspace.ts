import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchWorkspace } from '../api/workspace';
import { type Workspace } from '../domain/workspace';
import { keys } from './keys';

/** The configured workspace. */
export function useWorkspace() {
  return useQuery<Workspace, BackendError>({ queryKey: keys.workspace, queryFn: fetchWorkspace });
}
