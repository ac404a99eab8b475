import { useKeptItems } from './keptItems';
import { operations } from './operations';
import { waitingWrites } from './writeQueue';

/**
 * What this browser knows of an endpoint that isn't in Azure: its request waits here, Azure creates it, or it was deleted
 * from here.
 */
export type Fate = 'queued' | 'coming' | 'deleted' | 'unknown';

/** What became of an endpoint, by what was done here last; also where the news of it was put away. */
export function useFate(workspaceId: string, name: string): Fate {
  const isIt = (other: string) => other.toLowerCase() === name.toLowerCase();
  const queued = useKeptItems(waitingWrites, workspaceId).some(
    ({ value: { command } }) => command.kind === 'create' && isIt(command.name)
  );
  const last = useKeptItems(operations, workspaceId)
    .map(({ value }) => value)
    .filter((operation) => isIt(operation.name))
    .sort((a, b) => b.startedAt - a.startedAt)[0];
  if (queued) {
    return 'queued';
  }
  if (last?.kind === 'create' && last.status === 'running') {
    return 'coming';
  }
  return last?.kind === 'delete' && last.status === 'succeeded' ? 'deleted' : 'unknown';
}
