import * as z from 'zod/mini';
import { fetchEndpoint } from '../../api/endpoints';
import { type Endpoint } from '../../domain/endpoint';
import {
  decisionKey,
  mayRefreshByItself,
  refreshCause,
  type RefreshVerdict,
  type TakenDecision,
} from '../../domain/operations/refreshRule';
import { needsRefresh, seemsDecided, statusOf } from '../../domain/state/status';
import { keptItems } from '../keptItems';
import { keys } from '../keys';
import { knownEndpoints } from './knownEndpoints';
import { operations, runningOperations } from '../operations';
import { queryClient } from '../queryClient';
import { targetViews, validView, viewId } from '../targetViews';
import { queueWrite, waitingWrites } from '../writeQueue';

/** Decisions that a refresh was started for, by their key. */
const decisions = keptItems('decision', z.object({ at: z.number() }));

/** The user's switch; refreshing by itself is on until they switch it off in this browser. */
export const refreshSwitch = keptItems('refresh-switch', z.object({ on: z.boolean() }));

const SWITCH = 'auto';

/** Whether refreshing by itself is on. */
export function refreshesByItself(workspaceId: string): boolean {
  return refreshSwitch.find(workspaceId, SWITCH)?.on ?? true;
}

/** Turns the switch. */
export function switchRefreshing(workspaceId: string, on: boolean): void {
  refreshSwitch.put(workspaceId, SWITCH, { on });
}

/** Whether an endpoint's state lets a refresh start by itself now, and if not, why. */
export function refreshVerdict(workspaceId: string, endpoint: Endpoint, now: number): RefreshVerdict {
  const { view, status } = statusNow(workspaceId, endpoint);
  const refreshes = operations.all(workspaceId).filter(({ value }) => value.kind === 'refresh');
  return mayRefreshByItself(
    {
      enabled: refreshesByItself(workspaceId),
      grade: view?.grade ?? 'none',
      needed: needsRefresh(status) || seemsDecided(status),
      decision: decisionKey(view?.connectionId ?? '', view?.status ?? ''),
      refreshedFor: decisions.all(workspaceId).map(({ id }) => id),
      lastStartedAt: Math.max(0, ...refreshes.map(({ value }) => value.startedAt)),
      busy: runningOperations(workspaceId).length + waitingWrites.all(workspaceId).length > 0,
    },
    now
  );
}

function statusNow(workspaceId: string, endpoint: Endpoint) {
  const view = validView(targetViews.find(workspaceId, viewId(endpoint.name)), endpoint);
  return { view, status: statusOf(endpoint, view) };
}

// After a look that found nothing to do, or failed.
const lookAgainAfter = 30_000;

/** Starts a refresh that somebody asked for. The decisions that it takes over need no second one by itself. */
export function refreshByHand(workspaceId: string): void {
  knownEndpoints()
    .filter((endpoint) => needsRefresh(statusNow(workspaceId, endpoint).status))
    .forEach((endpoint) => noteDecision(workspaceId, endpoint));
  queueWrite({ kind: 'refresh', name: '', byItself: false });
}

/** Starts refreshes where the rule allows one. */
export class AutoRefresher {
  private notBefore = 0;

  /**
   * Starts a refresh if one is due. It is for the whole workspace, so each decision that it takes over counts as
   * refreshed for. Answers when to look again: milliseconds since 1970.
   */
  async run(workspaceId: string): Promise<number> {
    const now = Date.now();
    if (now < this.notBefore) {
      return this.notBefore;
    }
    const verdicts = knownEndpoints()
      .filter(({ name }) => targetViews.find(workspaceId, viewId(name)))
      .map((endpoint) => ({ endpoint, ...refreshVerdict(workspaceId, endpoint, now) }));
    const [first, ...others] = verdicts.filter((verdict) => verdict.allowed).map(({ endpoint }) => endpoint);
    if (!first) {
      return Math.min(Infinity, ...verdicts.filter(({ waitMs }) => waitMs > 0).map(({ waitMs }) => now + waitMs));
    }
    this.notBefore = now + lookAgainAfter;
    if (await isStillNeeded(workspaceId, first)) {
      const taken = [first, ...others].flatMap((endpoint) => noteDecision(workspaceId, endpoint));
      queueWrite({ kind: 'refresh', name: '', byItself: true, cause: refreshCause(taken) });
    }
    return this.notBefore;
  }
}

/** What this tab knows may be old, and somebody else may have refreshed: so it reads before it acts. */
async function isStillNeeded(workspaceId: string, endpoint: Endpoint): Promise<boolean> {
  try {
    const fresh = await fetchEndpoint(endpoint.name);
    const { allowed } = refreshVerdict(workspaceId, fresh, Date.now());
    if (!allowed) {
      void queryClient.invalidateQueries({ queryKey: keys.endpoints });
    }
    return allowed;
  } catch {
    return false;
  }
}

function noteDecision(workspaceId: string, { name }: Endpoint): TakenDecision[] {
  const view = targetViews.find(workspaceId, viewId(name));
  if (!view) {
    return [];
  }
  decisions.put(workspaceId, decisionKey(view.connectionId, view.status), { at: Date.now() });
  return [{ name, decision: view.status }];
}
