import { Field, FilterInput, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useState } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { useDebounced } from '../../components/useTime';
import { queries } from '../../data/queries';
import { type TargetKind } from '../../domain/catalogue/catalogue';
import { type Flow } from './flow';
import { searchTargets } from './searchTargets';
import { TargetChoices } from './TargetChoices';
import { TargetSkeleton } from './TargetSkeleton';

interface Props {
  flow: Flow;
  kind: TargetKind;
  /** A missing target is told here. */
  asksHere: boolean;
}

/** The resources of the chosen kind in all subscriptions that the identity can read. */
export function TargetSearch({ flow, kind, asksHere }: Props) {
  const error = asksHere ? flow.errorOf('target') : undefined;
  const [words, setWords] = useState('');
  const { resourceType: type, armKind = '' } = kind;
  const all = useQuery(queries.targets(type, ''));
  // All of them are here already, unless there are too many: only then is Azure asked for what was typed.
  const asked = useDebounced(all.data?.truncated ? words.trim() : '');
  const narrowed = useQuery({ ...queries.targets(type, asked), enabled: asked !== '' });
  const results = asked ? narrowed : all;
  const found = searchTargets(results.data?.targets ?? [], words, armKind);

  if (results.error) {
    return (
      <FailureAlert
        severity="warning"
        title="Couldn’t search resources. You can still paste a resource ID below"
        failure={results.error.failure}
        onRetry={() => void results.refetch()}
      />
    );
  }
  return (
    <Stack direction="column" gap={1}>
      <div data-field={asksHere ? 'target' : undefined}>
        <Field label="Search resources" invalid={Boolean(error)} error={error} noMargin>
          <FilterInput
            id="create-search"
            placeholder="Name or resource group"
            value={words}
            onChange={setWords}
            escapeRegex={false}
          />
        </Field>
      </div>
      {results.isPending && <TargetSkeleton />}
      <TargetChoices flow={flow} found={found} armKind={armKind} />
      <span role="status">
        <Text color="secondary" variant="bodySmall">
          {statusText(results.isFetching, found.length, words.trim() !== '', results.data?.truncated ?? false)}
        </Text>
      </span>
    </Stack>
  );
}

function statusText(isFetching: boolean, count: number, searched: boolean, truncated: boolean): string {
  if (isFetching) {
    return 'Searching subscriptions…';
  }
  if (count === 0) {
    return searched
      ? 'No resources match your search. If the identity can’t read the resource, paste its resource ID below.'
      : 'The identity can’t read any resource of this type. Paste a resource ID below, or assign the Reader role to the identity.';
  }
  const what = count === 1 ? '1 resource' : `${count} resources`;
  return truncated
    ? `${what}or more. Search to narrow the list.`
    : `${what} in subscriptions that the identity can read.`;
}
