import { type AlertRule, type RuleQuery } from './rule';

/** A data frame as /api/ds/query answers it. */
export interface Frame {
  schema: { fields: Array<{ name: string; type?: string }> };
  data: { values: unknown[][] };
}

/** One result of a rule: a number with labels, and whether the condition holds for it. */
export interface Instance {
  labels: Record<string, string>;
  value: number;
  holds: boolean;
}

/** Runs the query of a rule for a time range, in milliseconds since 1970. @throws Error with the data source's message. */
export type RunQuery = (query: RuleQuery, from: number, to: number) => Promise<Frame[]>;

/**
 * Evaluates a rule as Grafana Alerting does, as far as the rules of docs/monitoring go: a query of numbers with labels, and a
 * threshold on each. How long it has held is the schedule's.
 * @returns [] where the query answers nothing
 * @throws Error for a rule of another form, or when the query fails
 */
export async function evaluate(rule: AlertRule, run: RunQuery, now: number): Promise<Instance[]> {
  const threshold = rule.data.find(({ refId }) => refId === rule.condition);
  const query = rule.data.find(({ refId }) => refId === threshold?.model.expression);
  if (!query || threshold?.datasourceUid !== '__expr__' || threshold.model.type !== 'threshold') {
    throw new Error('The preview evaluates rules of one query and a threshold.');
  }
  const holds = comparison(threshold.model.conditions);
  const { from = 600, to = 0 } = query.relativeTimeRange ?? {};
  const frames = await run(query, now - from * 1_000, now - to * 1_000);
  return frames.flatMap(numbersOf).map(({ labels, value }) => ({ labels, value, holds: holds(value) }));
}

function comparison(conditions: unknown): (value: number) => boolean {
  const [{ evaluator } = { evaluator: { type: '', params: [] } }] = conditions as Array<{
    evaluator: { type: string; params: number[] };
  }>;
  const [limit = 0] = evaluator.params;
  switch (evaluator.type) {
    case 'gt':
      return (value) => value > limit;
    case 'lt':
      return (value) => value < limit;
    default:
      throw new Error(`The preview doesn't know the comparison "${evaluator.type}".`);
  }
}

/** The rows of a frame of type numeric-long: its one number, and its texts as labels. */
function numbersOf({ schema: { fields }, data: { values } }: Frame) {
  const number = fields.findIndex(({ type }) => type === 'number');
  return (values[number] ?? []).map((value, row) => ({
    labels: Object.fromEntries(
      fields.flatMap(({ name, type }, column) => (type === 'string' ? [[name, String(values[column]?.[row])]] : []))
    ),
    value: Number(value),
  }));
}
