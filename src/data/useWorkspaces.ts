import { useQuery } from '@tanstack/react-query';
import { type BackendError } from '../api/errors';
import { fetchWorkspaces } from '../api/setup';
import { type WorkspaceSummary } from '../domain/workspace';
import { keys } from './keys';

/** The workspaces that the stored identity can see; asked for only when somebody wants to choose. */
export function useWorkspaces(enabled: boolean) {
  return useQuery<WorkspaceSummary[], BackendError>({ queryKey: keys.workspaces, queryFn: fetchWorkspaces, enabled });
}
