import { type Workspace } from '../domain/workspace';
import { keys } from './keys';
import { queryClient } from './queryClient';

/** ARM id of the workspace that was read last; '' before it was. */
export function knownWorkspaceId(): string {
  return queryClient.getQueryData<Workspace>(keys.workspace)?.id ?? '';
}
