import { type Endpoint } from '../../domain/endpoint';
import { statusOf } from '../../domain/state/status';
import { type Workspace } from '../../domain/workspace';
import { knownEndpoints } from './knownEndpoints';
import { readTargetView, targetViews, validView, viewId } from '../targetViews';

/** Shortest time between two reads of targets, in milliseconds: at most six calls a minute, however many wait. */
const watchSpacing = 10_000;
/** Shortest time between two reads of one target while its request waits. */
const watchInterval = 20_000;
/** The same for the endpoint whose page is open. */
const watchIntervalOnPage = 12_000;
/** The same for a target that can't be read. */
const watchIntervalUnreadable = 15 * 60_000;

// The page shows first; what its targets say may come a moment later.
const firstReadAfter = 2_000;

let onPage = '';

/** Names the endpoint whose page is open: its owner's decision is what somebody waits for. '' for none. */
export function watchFirst(endpointName: string): void {
  onPage = viewId(endpointName);
}

/** Reads, one after the other, what the targets of waiting requests say. */
export class TargetWatcher {
  private last = Date.now() + firstReadAfter - watchSpacing;
  /** After a read that failed nothing was kept, so the time is noted here. */
  private readonly failedAt = new Map<string, number>();

  /** Reads the target that is due, if one is. Answers when to look again: milliseconds since 1970. */
  async run(workspace: Workspace): Promise<number> {
    const next = this.mostDue(workspace.id);
    if (!next) {
      return Infinity;
    }
    const at = Math.max(next.due, this.last + watchSpacing);
    if (at > Date.now()) {
      return at;
    }
    this.last = Date.now();
    try {
      await readTargetView(workspace, next.endpoint);
    } catch {
      // The endpoint's page tells of it when somebody looks there; here the next turn tries again.
      this.failedAt.set(viewId(next.endpoint.name), Date.now());
    }
    return this.last + watchSpacing;
  }

  private mostDue(workspaceId: string): { endpoint: Endpoint; due: number } | undefined {
    const all = knownEndpoints()
      .filter((endpoint) => statusOf(endpoint) === 'waiting')
      .map((endpoint) => ({ endpoint, due: this.dueOf(workspaceId, endpoint) }))
      .sort((a, b) => a.due - b.due);
    const first = all.find(({ endpoint }) => viewId(endpoint.name) === onPage);
    return first && first.due <= Date.now() ? first : all[0];
  }

  private dueOf(workspaceId: string, endpoint: Endpoint): number {
    const id = viewId(endpoint.name);
    const view = validView(targetViews.find(workspaceId, id), endpoint);
    const interval =
      view?.readable === false ? watchIntervalUnreadable : id === onPage ? watchIntervalOnPage : watchInterval;
    const readAt = Math.max(view?.readAt ?? 0, this.failedAt.get(id) ?? 0);
    // A clock that was set back must not stop the reading for hours.
    return readAt > Date.now() ? 0 : readAt + (readAt ? interval : 0);
  }
}
