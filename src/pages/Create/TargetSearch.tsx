import { Field, FilterInput, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useEffect, useMemo, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { ChoiceCards } from '../../components/ChoiceCards';
import { FailureAlert } from '../../components/FailureAlert';
import { ReachedBy } from '../../components/ReachedBy';
import { Skeleton } from '../../components/Skeleton';
import { useDebounced } from '../../components/useTime';
import { queries } from '../../data/queries';
import { useTargetViews } from '../../data/useFollow';
import { type TargetKind } from '../../domain/catalogue/catalogue';
import { problemText } from '../../domain/checked';
import { type CreateDraft } from '../../domain/create/draft';
import { suggestTarget } from '../../domain/create/forDataSource';
import { aliasProblem } from '../../domain/create/indirectTargets';
import { endpointsByTarget } from '../../domain/create/reachedTargets';
import { type FoundTarget } from '../../domain/target';
import { resourceKey } from '../../domain/resourceId';
import { withTarget } from './changeDraft';
import { type Flow, type useDraftField } from './flow';
import { kindIcon } from './kindIcon';

interface Props {
  flow: Flow;
  kind: TargetKind;
  target: ReturnType<typeof useDraftField<'target'>>;
  /** A missing target is told here. */
  asksHere: boolean;
}

/** The resources of the chosen kind in all subscriptions that the identity can read. */
export function TargetSearch({ flow, kind, target: { field, error }, asksHere }: Props) {
  const [words, setWords] = useState('');
  const { resourceType: type, armKind = '' } = kind;
  const all = useQuery(queries.targets(type, ''));
  // All of them are here already, unless there are too many: only then is Azure asked for what was typed.
  const asked = useDebounced(all.data?.truncated ? words.trim() : '');
  const narrowed = useQuery({ ...queries.targets(type, asked), enabled: asked !== '' });
  const results = asked ? narrowed : all;
  const suggested = useSuggestedTarget(flow, results.data?.targets, armKind);
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
      <Field label="Search resources" invalid={asksHere && Boolean(error)} error={asksHere && error} noMargin>
        <FilterInput
          ref={asksHere ? field.ref : null}
          id="create-search"
          placeholder="Name or resource group"
          value={words}
          onChange={setWords}
          escapeRegex={false}
        />
      </Field>
      {results.isPending && <Skeleton rows={5} height={8} />}
      <TargetChoices flow={flow} kind={kind} found={found} suggested={suggested} />
      <span role="status">
        <Text color="secondary" variant="bodySmall">
          {statusText(results.isFetching, found.length, words.trim(), results.data?.truncated ?? false)}
        </Text>
      </span>
    </Stack>
  );
}

/** Where an alias was typed: that it is one. */
function aliasText(words: string): string {
  const refused = aliasProblem(words);
  return refused ? problemText(refused.problem) : '';
}

function statusText(isFetching: boolean, count: number, words: string, truncated: boolean): string {
  const alias = aliasText(words);
  if (alias) {
    return alias;
  }
  if (isFetching) {
    return 'Searching subscriptions…';
  }
  if (count === 0) {
    return words !== ''
      ? 'No resources match your search. If the identity can’t read the resource, paste its resource ID below.'
      : 'The identity can’t read any resource of this type. Paste a resource ID below, or assign the Reader role to the identity.';
  }
  const what = count === 1 ? '1 resource' : `${count} resources`;
  return truncated
    ? `${what} or more. Search to narrow the list.`
    : `${what} in subscriptions that the identity can read.`;
}

/** Key of the target that the data source probably means; '' for none. One that is certain is chosen, as long as nobody chose another. */
function useSuggestedTarget(
  { wish, endpoints, existing }: Flow,
  targets: readonly FoundTarget[] = [],
  armKind: string
) {
  const { setValues } = useFormContext<CreateDraft>();
  const suggestion = useMemo(
    () => (wish ? suggestTarget(wish, searchTargets(targets, '', armKind), endpoints ?? []) : undefined),
    [wish, targets, armKind, endpoints]
  );
  const certain = suggestion?.certain ? suggestion.target : undefined;
  const offered = useRef(false);
  useEffect(() => {
    if (certain && !offered.current) {
      offered.current = true;
      setValues((draft) => (draft.target ? draft : withTarget(draft, certain.id, existing, certain.location)));
    }
  }, [certain, existing, setValues]);
  return suggestion ? resourceKey(suggestion.target.id) : '';
}

interface TargetChoicesProps {
  flow: Flow;
  kind: TargetKind;
  found: readonly FoundTarget[];
  /** Key of the one that is suggested; '' for none. */
  suggested: string;
}

/** The resources that were found: the suggested one, then those without an endpoint, then those with one. */
function TargetChoices({ flow, kind, found, suggested }: TargetChoicesProps) {
  const { draft, existing, change, endpoints } = flow;
  const reached = useMemo(() => endpointsByTarget(endpoints ?? []), [endpoints]);
  const viewOf = useTargetViews();
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
      choices={orderTargets(found, suggested, (key) => reached.has(key)).map((target) => {
        const key = resourceKey(target.id);
        const already = reached.get(key);
        return {
          value: key,
          title: target.name,
          icon: kindIcon(kind.key),
          description: whereOf(target, found),
          note: key === suggested ? 'Suggested' : noteOf(target, kind.armKind ?? ''),
          below: already && <ReachedBy endpoints={already} viewOf={viewOf} />,
        };
      })}
      value={resourceKey(draft.target)}
      onChange={choose}
    />
  );
}

// A subscription is named by its ID only: it is told where nothing else tells two resources apart.
function whereOf(target: FoundTarget, all: readonly FoundTarget[]): string {
  const where = [target.resourceGroup, target.location].filter(Boolean).join(' · ');
  const same = all.some(
    (other) => other !== target && other.name === target.name && other.resourceGroup === target.resourceGroup
  );
  return same ? `${where} · subscription ${target.subscriptionId}` : where;
}

function noteOf({ kind }: FoundTarget, wanted: string): string {
  return wanted && kind && kind.toLowerCase() !== wanted.toLowerCase() ? `Kind ${kind}` : '';
}

/**
 * The targets whose name, resource group or id holds every word; those of the wanted ARM kind first, as others of the
 * same type can't be connected.
 */
export function searchTargets(targets: readonly FoundTarget[], text: string, armKind: string): FoundTarget[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ kind }: FoundTarget) => armKind === '' || kind.toLowerCase() === armKind.toLowerCase();
  const matching = targets.filter(({ id, name, resourceGroup }) => {
    const where = `${id}\n${name}\n${resourceGroup}`.toLowerCase();
    return id !== '' && words.every((word) => where.includes(word));
  });
  return [...matching.filter(fits), ...matching.filter((target) => !fits(target))];
}

/** The targets as they are offered: the suggested one, then those that the workspace has no endpoint to, else as they were. */
export function orderTargets(
  targets: readonly FoundTarget[],
  suggested: string,
  isReached: (key: string) => boolean
): FoundTarget[] {
  const rank = ({ id }: FoundTarget) => (resourceKey(id) === suggested ? 0 : isReached(resourceKey(id)) ? 2 : 1);
  return [...targets].sort((a, b) => rank(a) - rank(b));
}
