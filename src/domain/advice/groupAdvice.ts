import { refreshReason } from '../state/refreshReason';
import { type Advice } from './advice';

/** Advice of one sort, on one endpoint or on many. */
export interface AdviceGroup {
  id: Advice['id'];
  message: string;
  items: Advice[];
}

// In the order of need; each sort in one sentence for many.
const sentences: Array<[Advice['id'], (count: string, items: readonly Advice[]) => string]> = [
  [
    'notRefreshed',
    (_, items) =>
      refreshReason(
        items.flatMap(({ endpoint, status }) => (endpoint && status ? [{ endpoint, status }] : [])),
        undefined
      ),
  ],
  ['pendingForDays', (count) => `${count} requests have been waiting for approval for days.`],
  ['unused', (count) => `No data source uses ${count} of the ready endpoints.`],
];

/** Joins advice on endpoints by its sort, what matters most first: a thousand endpoints make three lines. */
export function groupAdvice(advice: readonly Advice[]): AdviceGroup[] {
  return sentences.flatMap(([id, sentence]) => {
    const items = advice.filter((one) => one.id === id);
    const [first] = items;
    return first
      ? [
          {
            id,
            items,
            message: items.length === 1 ? first.message : sentence(items.length.toLocaleString('en-US'), items),
          },
        ]
      : [];
  });
}
