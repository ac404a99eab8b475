import { refreshByHand, refreshesByItself, refreshSwitch, switchRefreshing } from './follow/autoRefresh';
import { type KeptItem, useKeptItems } from './keptItems';
import { type FollowedOperation, operations } from './operations';
import { waitingWrites } from './writeQueue';

/** Refreshing the workspace: how it stands, how to start it, and whether it may start by itself. */
export function useRefresh(workspaceId: string) {
  const kept = useKeptItems(operations, workspaceId);
  const waiting = useKeptItems(waitingWrites, workspaceId);
  useKeptItems(refreshSwitch, workspaceId);
  const last = latest(kept.filter(({ value }) => value.kind === 'refresh'));
  return {
    /** The last refresh that was started in this browser; Azure tells nobody about others. */
    last,
    busy: last?.status === 'running' || waiting.some(({ value }) => value.command.kind === 'refresh'),
    byItself: refreshesByItself(workspaceId),
    setByItself: (on: boolean) => switchRefreshing(workspaceId, on),
    start: () => refreshByHand(workspaceId),
  };
}

function latest(refreshes: ReadonlyArray<KeptItem<FollowedOperation>>): FollowedOperation | undefined {
  return [...refreshes].sort((a, b) => b.value.startedAt - a.value.startedAt)[0]?.value;
}
