import { type KeptItem, useKeptItems } from './keptItems';
import { type FollowedOperation, operations } from './operations';

/** The last change of tags or domain name of an endpoint that succeeded here and whose end wasn't put away. */
export function useLastChange(workspaceId: string, name: string): KeptItem<FollowedOperation> | undefined {
  return useKeptItems(operations, workspaceId)
    .filter(
      ({ value: operation }) =>
        operation.wrote !== undefined &&
        operation.status === 'succeeded' &&
        !operation.dismissed &&
        operation.name.toLowerCase() === name.toLowerCase()
    )
    .sort((a, b) => b.value.startedAt - a.value.startedAt)[0];
}
