import { useMemo } from 'react';
import { type ActivityItem, tellOperation, tellWaiting } from './activity';
import { queueReason } from './follow/runQueue';
import { useKeptItems } from './keptItems';
import { operations } from './operations';
import { waitingWrites } from './writeQueue';

// An end that nobody saw for a day is no news any more; the endpoint's own state tells.
const newsFor = 24 * 60 * 60_000;

/** What runs, waits and ended lately on the workspace, newest first. `now` is in milliseconds since 1970. */
export function useActivity(workspaceId: string, now: number): ActivityItem[] {
  const kept = useKeptItems(operations, workspaceId);
  const waiting = useKeptItems(waitingWrites, workspaceId);
  return useMemo(() => {
    const reason = queueReason(workspaceId, now);
    const shown = kept.filter(
      ({ value }) =>
        value.status === 'running' || (!value.dismissed && now - (value.finishedAt ?? value.startedAt) < newsFor)
    );
    return [
      ...waiting.map((item, place) => tellWaiting(item, place === 0 ? reason : '', now)),
      ...shown.map((item) => tellOperation(item, now)).reverse(),
    ];
  }, [kept, waiting, workspaceId, now]);
}
