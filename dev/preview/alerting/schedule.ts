import { type Alerting, type RuleState } from '../state/alerting';
import { evaluate, type RunQuery } from './evaluate';
import { type AlertRule, duration } from './rule';

/** How often each rule is evaluated: what Grafana gives a new group. */
export const evaluationInterval = 60_000;

/** How often a new rule is looked for. */
const tick = 5_000;

/** Evaluates the rules that are due, one after the other. */
export async function evaluateDue(alerting: Alerting, run: RunQuery, now: number): Promise<void> {
  for (const rule of alerting.rules) {
    const before = alerting.evaluated.get(rule.uid);
    if (!before || now - before.at >= evaluationInterval) {
      // Two runs must not evaluate it at once.
      alerting.evaluated.set(rule.uid, { at: now, states: before?.states ?? [] });
      const states = await statesOf(rule, before?.states ?? [], run, now);
      alerting.evaluated.set(rule.uid, { at: now, states });
    }
  }
}

/** Evaluates rules until it is stopped. */
export function startSchedule(alerting: () => Alerting, run: RunQuery): () => void {
  const timer = setInterval(() => void evaluateDue(alerting(), run, Date.now()), tick);
  timer.unref();
  return () => clearInterval(timer);
}

async function statesOf(rule: AlertRule, before: RuleState[], run: RunQuery, now: number): Promise<RuleState[]> {
  const since = (labels: Record<string, string>) =>
    before.find((state) => JSON.stringify(state.labels) === JSON.stringify(labels))?.activeAt ?? now;
  try {
    const instances = await evaluate(rule, run, now);
    return instances.map(({ labels, value, holds }): RuleState => {
      if (!holds) {
        return { labels, value, state: 'Normal' };
      }
      const activeAt = since(labels);
      return { labels, value, activeAt, state: now - activeAt >= (duration(rule.for) ?? 0) ? 'Alerting' : 'Pending' };
    });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    // The alert that tells of the failure has none of the labels of an endpoint.
    return rule.execErrState === 'Error'
      ? [{ labels: {}, value: 0, state: 'Error', activeAt: since({}), error }]
      : before;
  }
}
