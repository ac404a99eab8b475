import { FilterInput, Stack, Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { FailureAlert } from '../../components/FailureAlert';
import { ReachedBy } from '../../components/ReachedBy';
import { useDebounced } from '../../components/useDebounced';
import { useTargets } from '../../data/useTargets';
import { useTargetViews } from '../../data/useTargetView';
import { draftKind } from '../../domain/create/draft';
import { endpointsByTarget } from '../../domain/create/reachedTargets';
import { type FoundTarget } from '../../domain/foundTarget';
import { resourceKey } from '../../domain/resourceId';
import { withTarget } from './changeDraft';
import { type Flow } from './flow';
import { searchTargets } from './searchTargets';

/** The resources of the chosen kind in all subscriptions that the identity can read. */
export function TargetSearch({ flow }: { flow: Flow }) {
  const { draft, existing, change, endpoints, workspace } = flow;
  const reached = useMemo(() => endpointsByTarget(endpoints ?? []), [endpoints]);
  const viewOf = useTargetViews(workspace.id);
  const kind = draftKind(draft);
  const [words, setWords] = useState('');
  const type = kind?.resourceType ?? '';
  const all = useTargets(type, '');
  // All of them are here already, unless there are too many: only then is Azure asked for what was typed.
  const asked = useDebounced(all.data?.truncated ? words.trim() : '');
  const narrowed = useTargets(type, asked, asked !== '');
  const results = asked ? narrowed : all;
  const found = searchTargets(results.data?.targets ?? [], words, kind?.armKind ?? '');
  const chosen = resourceKey(draft.target);
  const choose = (key: string) => {
    const target = found.find(({ id }) => resourceKey(id) === key);
    if (target) {
      change((before) => withTarget(before, target.id, existing, target.location));
    }
  };
  const subscriptions = new Set(found.map(({ subscriptionId }) => subscriptionId)).size;

  if (results.error) {
    return (
      <FailureAlert
        title="Resources could not be searched. You can still paste a resource ID below"
        failure={results.error.failure}
        onRetry={() => void results.refetch()}
      />
    );
  }
  return (
    <Stack direction="column" gap={1}>
      <FilterInput
        aria-label="Search resources"
        placeholder="Search name or resource group"
        value={words}
        onChange={setWords}
        escapeRegex={false}
      />
      {found.length > 0 && (
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
              note: noteOf(target, kind?.armKind ?? ''),
              below: already && <ReachedBy endpoints={already} viewOf={viewOf} />,
            };
          })}
          value={chosen}
          onChange={choose}
        />
      )}
      <span role="status">
        <Text color="secondary" variant="bodySmall">
          {statusText(results.isFetching, found.length, words.trim() !== '', results.data?.truncated ?? false)}
        </Text>
      </span>
    </Stack>
  );
}

function whereOf({ resourceGroup, location, subscriptionId }: FoundTarget, tellSubscription: boolean): string {
  return [resourceGroup, location, tellSubscription && `subscription ${subscriptionId}`].filter(Boolean).join(' · ');
}

function noteOf({ kind }: FoundTarget, wanted: string): string {
  return wanted && kind && kind.toLowerCase() !== wanted.toLowerCase() ? `Kind ${kind}` : '';
}

function statusText(isFetching: boolean, count: number, searched: boolean, truncated: boolean): string {
  if (isFetching) {
    return 'Searching all subscriptions that the identity can read…';
  }
  if (count === 0) {
    return searched
      ? 'No resource matches. Paste its resource ID below if the identity can’t read it.'
      : 'The identity can’t see any resource of this kind. Paste its resource ID below, or give the identity the role Reader.';
  }
  const what = count === 1 ? '1 resource' : `${count} resources`;
  return truncated
    ? `${what}, and more: search to narrow it down.`
    : `${what} in the subscriptions that the identity can read.`;
}
