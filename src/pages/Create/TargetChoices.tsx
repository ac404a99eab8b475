import React, { useMemo } from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { ReachedBy } from '../../components/ReachedBy';
import { useTargetViews } from '../../data/useFollow';
import { endpointsByTarget } from '../../domain/create/reachedTargets';
import { type FoundTarget } from '../../domain/foundTarget';
import { resourceKey } from '../../domain/resourceId';
import { withTarget } from './changeDraft';
import { type Flow } from './flow';

interface Props {
  flow: Flow;
  found: readonly FoundTarget[];
  /** The ARM kind that can be connected, where the type has others, too; '' for any. */
  armKind: string;
}

/** The resources that were found, each with the endpoints that lead there already. */
export function TargetChoices({ flow, found, armKind }: Props) {
  const { draft, existing, change, endpoints } = flow;
  const reached = useMemo(() => endpointsByTarget(endpoints ?? []), [endpoints]);
  const viewOf = useTargetViews();
  const subscriptions = new Set(found.map(({ subscriptionId }) => subscriptionId)).size;
  const choose = (key: string) => {
    const target = found.find(({ id }) => resourceKey(id) === key);
    if (target) {
      change((before) => withTarget(before, target.id, existing, target.location));
    }
  };
  if (found.length === 0) {
    return null;
  }
  return (
    <ChoiceCards
      label="Resource"
      hideLabel
      layout="list"
      choices={found.map((target) => {
        const already = reached.get(resourceKey(target.id));
        return {
          value: resourceKey(target.id),
          title: target.name,
          description: whereOf(target, subscriptions > 1),
          note: noteOf(target, armKind),
          below: already && <ReachedBy endpoints={already} viewOf={viewOf} />,
        };
      })}
      value={resourceKey(draft.target)}
      onChange={choose}
    />
  );
}

// The first block of a subscription's id tells it from the others; all of it stands in the resource ID.
function whereOf({ resourceGroup, location, subscriptionId }: FoundTarget, tellSubscription: boolean): string {
  const subscription = subscriptionId.split('-')[0];
  return [resourceGroup, location, tellSubscription && `subscription ${subscription}…`].filter(Boolean).join(' · ');
}

function noteOf({ kind }: FoundTarget, wanted: string): string {
  return wanted && kind && kind.toLowerCase() !== wanted.toLowerCase() ? `Kind ${kind}` : '';
}
