import { type Workspace } from '../../domain/workspace';
import { AutoRefresher, refreshesByItself, switchRefreshing } from './autoRefresh';
import { storageKey } from '../browserStorage';
import { onKeptChange } from '../keptItems';
import { keys } from '../keys';
import { onlyOneTab } from './onlyOneTab';
import { runningOperations } from '../operations';
import { Poller } from './pollOperations';
import { queryClient } from '../queryClient';
import { repeat } from './repeat';
import { runQueue, takeOverQueue } from './runQueue';
import { TargetWatcher } from './watchTargets';
import { waitingWrites } from '../writeQueue';

interface Following {
  /** Pages that want it. */
  users: number;
  /** True in the one tab that calls Azure. */
  leading: boolean;
  end: AbortController;
  wake: () => void;
}

const followings = new Map<string, Following>();

/**
 * Follows what was started here as long as a page wants it, and on until nothing waits or runs any more. Azure is called
 * from one tab alone; every tab shows the same, because all of it is kept in this browser. Returns how to stop.
 */
export function startFollowing(workspace: Workspace): () => void {
  const following = followings.get(workspace.id) ?? begin(workspace);
  following.users++;
  following.wake();
  return () => {
    following.users--;
    following.wake();
    if (following.users === 0 && !following.leading) {
      end(workspace.id, following);
    }
  };
}

function begin(workspace: Workspace): Following {
  const { id } = workspace;
  const following: Following = { users: 0, leading: false, end: new AbortController(), wake: () => undefined };
  followings.set(id, following);
  if (!refreshesByItself(id)) {
    // What is kept ends after 30 days; this choice doesn't while the plugin is in use.
    switchRefreshing(id, false);
  }
  onlyOneTab(storageKey('leader', id), following.end.signal, () => lead(workspace, following));
  return following;
}

function end(workspaceId: string, following: Following): void {
  following.end.abort();
  if (followings.get(workspaceId) === following) {
    followings.delete(workspaceId);
  }
}

async function lead(workspace: Workspace, following: Following): Promise<void> {
  const { id } = workspace;
  const { signal } = following.end;
  const poller = new Poller();
  const watcher = new TargetWatcher();
  const refresher = new AutoRefresher();
  following.leading = true;
  takeOverQueue(id);

  const writes = repeat(async () => {
    if (following.users === 0 && isIdle(id)) {
      end(id, following);
    }
    return Math.min(...(await Promise.all([runQueue(id), poller.run(id)])));
  }, signal);
  const reads = repeat(async () => {
    // Nobody waits for owners' decisions while no page shows them.
    return following.users === 0
      ? Infinity
      : Math.min(...(await Promise.all([watcher.run(workspace), refresher.run(id)])));
  }, signal);

  following.wake = () => {
    writes.wake();
    reads.wake();
  };
  const stops = [onKeptChange(following.wake), onEndpointsRead(reads.wake), onOnline(following.wake)];
  await Promise.all([writes.stopped, reads.stopped]);
  stops.forEach((stop) => stop());
  following.leading = false;
}

function isIdle(workspaceId: string): boolean {
  return waitingWrites.all(workspaceId).length + runningOperations(workspaceId).length === 0;
}

function onOnline(wake: () => void): () => void {
  window.addEventListener('online', wake);
  return () => window.removeEventListener('online', wake);
}

function onEndpointsRead(read: () => void): () => void {
  const [azure, endpoints] = keys.endpoints;
  return queryClient.getQueryCache().subscribe(({ type, query: { queryKey } }) => {
    if (type === 'updated' && queryKey[0] === azure && queryKey[1] === endpoints) {
      read();
    }
  });
}
