import { type MatchGrade } from '../state/status';

/** Shortest time between two refreshes that nobody pressed a button for, in milliseconds. */
export const refreshSpacing = 120_000;

/** What the rule looks at. */
export interface RefreshFacts {
  /** The user's switch. */
  enabled: boolean;
  /** How certain the match with the target's connection is. */
  grade: MatchGrade;
  /** True when the owner's decision isn't in the workspace's own view (`needsRefresh`). */
  needed: boolean;
  /** Key of the decision, see `decisionKey`. */
  decision: string;
  /** Keys of the decisions that a refresh was started for. */
  refreshedFor: readonly string[];
  /** When the last refresh was started here, milliseconds since 1970; 0 for never. */
  lastStartedAt: number;
  /** True while an operation runs or waits on this workspace. */
  busy: boolean;
}

/** Whether a refresh may start by itself now; `waitMs` when it may later. */
export interface RefreshVerdict {
  allowed: boolean;
  reason: string;
  waitMs: number;
}

/**
 * A refresh starts by itself only when a certain match shows a decision that the workspace doesn't know: once per
 * decision, at least two minutes after the last, never while another change runs, and only if not switched off.
 */
export function mayRefreshByItself(facts: RefreshFacts, now: number): RefreshVerdict {
  if (!facts.needed) {
    return no('Nothing to take over.');
  }
  if (facts.grade !== 'certain') {
    return no("Which connection on the target is this endpoint's isn't certain, so refreshing is up to you.");
  }
  if (!facts.enabled) {
    return no('Refreshing by itself is switched off.');
  }
  if (facts.refreshedFor.includes(facts.decision)) {
    return no('A refresh was already started for this decision. Refresh again if the state stays as it is.');
  }
  if (facts.busy) {
    return no('Another change to this workspace comes first. The refresh follows.', 15_000);
  }
  const passed = now - facts.lastStartedAt;
  // A clock that was set back must not stop refreshes for hours.
  return passed >= refreshSpacing || passed < 0
    ? { allowed: true, reason: 'The owner decided, so the workspace is refreshed by itself in a moment.', waitMs: 0 }
    : no('The last refresh was moments ago. The next follows soon.', refreshSpacing - passed);
}

/** Key of an owner's decision: the connection and what it says now. */
export function decisionKey(connectionId: string, status: string): string {
  return `${connectionId.toLowerCase()}#${status.toLowerCase()}`;
}

/** An owner's decision that a refresh takes over. */
export interface TakenDecision {
  /** Name of the endpoint. */
  name: string;
  /** What the target says: Approved, Rejected, Disconnected. */
  decision: string;
}

const deeds: Record<string, string> = { approved: 'approved', rejected: 'rejected', disconnected: 'removed' };

/** Says why a refresh started by itself; '' for no decision. */
export function refreshCause(decisions: readonly TakenDecision[]): string {
  const [first] = decisions;
  if (!first) {
    return '';
  }
  return decisions.length === 1
    ? `Started by itself, because the owner ${deeds[first.decision.toLowerCase()] ?? 'decided on'} ${first.name}.`
    : `Started by itself, because owners decided on ${decisions.map(({ name }) => name).join(', ')}.`;
}

function no(reason: string, waitMs = 0): RefreshVerdict {
  return { allowed: false, reason, waitMs };
}
