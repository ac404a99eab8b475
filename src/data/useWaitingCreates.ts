import { useMemo } from 'react';
import { useKeptItems } from './keptItems';
import { waitingWrites } from './writeQueue';

/** Names, in lower case, of the endpoints whose request waits in line. */
export function useWaitingCreates(workspaceId: string): ReadonlySet<string> {
  const waiting = useKeptItems(waitingWrites, workspaceId);
  return useMemo(
    () =>
      new Set(
        waiting
          .filter(({ value }) => value.command.kind === 'create')
          .map(({ value }) => value.command.name.toLowerCase())
      ),
    [waiting]
  );
}
