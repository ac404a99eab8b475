import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { keys } from './keys';
import { startFollowing } from './follow/follow';
import { useKeptItems } from './keptItems';
import { operations } from './operations';
import { useWorkspace } from './useWorkspace';

/**
 * Follows operations, the queue and the owners' decisions while the page is open, and reads the endpoints again when an
 * operation ends, whichever tab saw it end. Returns the workspace's id, '' before it is known.
 */
export function useFollowing(): string {
  const { data: workspace } = useWorkspace();
  useEffect(() => (workspace ? startFollowing(workspace) : undefined), [workspace]);
  useReadingAgain(workspace?.id ?? '');
  return workspace?.id ?? '';
}

function useReadingAgain(workspaceId: string): void {
  const client = useQueryClient();
  const kept = useKeptItems(operations, workspaceId);
  const finished = useMemo(
    () =>
      kept
        .filter(({ value }) => value.status !== 'running')
        .map(({ id }) => id)
        .join(),
    [kept]
  );
  const seen = useRef({ workspaceId, finished });
  useEffect(() => {
    const before = seen.current;
    seen.current = { workspaceId, finished };
    if (workspaceId && before.workspaceId === workspaceId && before.finished !== finished) {
      void client.invalidateQueries({ queryKey: keys.endpoints });
    }
  }, [client, workspaceId, finished]);
}
