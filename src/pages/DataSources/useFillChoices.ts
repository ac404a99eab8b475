import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { usePlannedUpdate } from '../../data/keptFills';
import { type FillChoice } from './fillPlan';

const fresh: FillChoice = { host: '' };

/**
 * Which data sources are chosen, and how: those of the link, else those that were planned for the endpoint. A choice that
 * was made here stays until the page is left.
 */
export function useFillChoices(endpoint: string) {
  const [params] = useSearchParams();
  const planned = usePlannedUpdate(endpoint);
  const linked = params.getAll('uid').join('\n');
  const offered = useMemo(
    () =>
      new Map<string, FillChoice>(
        linked
          ? linked.split('\n').map((uid) => [uid, fresh])
          : planned?.chosen.map(({ uid, host, scheme, port }) => [uid, { host, scheme, port }])
      ),
    [linked, planned]
  );
  const [made, setMade] = useState<ReadonlyMap<string, FillChoice>>();
  const choices = made ?? offered;
  const toggle = useCallback(
    (uid: string) => {
      const next = new Map(choices);
      if (!next.delete(uid)) {
        next.set(uid, fresh);
      }
      setMade(next);
    },
    [choices]
  );
  const change = useCallback(
    (uid: string, part: Partial<FillChoice>) =>
      setMade(new Map(choices).set(uid, { ...(choices.get(uid) ?? fresh), ...part })),
    [choices]
  );
  /** Holds on to what is chosen: what was planned is settled while it is filled in. */
  const hold = useCallback(() => setMade(choices), [choices]);
  return { choices, toggle, change, hold, planned };
}
