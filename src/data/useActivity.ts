import { useMemo } from 'react';
import { type ActivityItem, latestNews, tellOperation, tellWaiting } from './activity';
import { queueReason } from './follow/runQueue';
import { useKeptItems } from './keptItems';
import { operations } from './operations';
import { waitingWrites } from './writeQueue';

/** What runs, waits and ended lately on the workspace, what goes on before what ended, newest first. `now` is in milliseconds since 1970. */
export function useActivity(workspaceId: string, now: number): ActivityItem[] {
  const kept = useKeptItems(operations, workspaceId);
  const waiting = useKeptItems(waitingWrites, workspaceId);
  return useMemo(() => {
    const reason = queueReason(workspaceId, now);
    const shown = latestNews(kept, now).reverse();
    const running = shown.filter(({ value }) => value.status === 'running');
    const ended = shown.filter(({ value }) => value.status !== 'running');
    return [
      ...waiting.map((item, place) => tellWaiting(item, place === 0 ? reason : '', now)),
      ...running.concat(ended).map((item) => tellOperation(item, now)),
    ];
  }, [kept, waiting, workspaceId, now]);
}
