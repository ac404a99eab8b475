import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { keys } from './keys';
import { startFollowing } from './follow/follow';
import { useKeptItems } from './keptItems';
import { operations } from './operations';
import { useWorkspace } from './useWorkspace';

/**
 * Follows operations, the queue and the owners' decisions while the page is open, and reads the endpoints again when an
 * operation starts or ends, whichever tab saw it. Returns the workspace's id, '' before it is known.
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
  // A refresh leaves the endpoints as they are until it ends.
  const steps = useMemo(
    () =>
      kept
        .filter(({ value: { kind, status } }) => kind !== 'refresh' || status !== 'running')
        .map(({ id, value: { status } }) => `${id} ${status}`)
        .join(),
    [kept]
  );
  const seen = useRef({ workspaceId, steps });
  useEffect(() => {
    const before = seen.current;
    seen.current = { workspaceId, steps };
    if (workspaceId && before.workspaceId === workspaceId && before.steps !== steps) {
      void client.invalidateQueries({ queryKey: keys.endpoints });
    }
  }, [client, workspaceId, steps]);
}
