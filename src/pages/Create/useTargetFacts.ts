import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { useDebounced } from '../../components/useTime';
import { queries } from '../../data/queries';
import { type CreateDraft, draftKind } from '../../domain/create/draft';
import { subResourceChoices } from '../../domain/create/subResourceChoices';
import { checkTargetId } from '../../domain/create/targetId';
import { preflight } from '../../domain/preflight/preflight';
import { withReadTarget } from './changeDraft';
import { type Flow } from './flow';

/** What is known of the draft's target: the target itself where it can be read, its sub-resources, pre-flight. */
export function useTargetFacts({ draft, workspace, endpoints }: Flow) {
  const { setValues } = useFormContext<CreateDraft>();
  const kind = draftKind(draft);
  const choice = useMemo(() => checkTargetId(draft.target, kind), [draft.target, kind]);
  const id = choice.ok ? choice.value.id : '';
  // An id that is being typed is read when it stands still; it may end anywhere.
  const settledId = useDebounced(id);
  const reading = useQuery(queries.target(settledId));
  const rights = useQuery(queries.rights);
  const known = settledId === id ? reading.data : undefined;
  const target = known?.target;
  const choices = useMemo(
    () => subResourceChoices(kind, known?.subResourcesRead ? known.target.subResources : undefined),
    [kind, known]
  );

  useEffect(() => {
    if (target) {
      setValues((before) => withReadTarget(before, target.location, workspace.location, choices));
    }
  }, [target, choices, workspace.location, setValues]);

  const results = useMemo(
    () =>
      id
        ? preflight({
            targetId: id,
            kind,
            target,
            subResource: draft.subResource,
            endpoints,
            workspace,
            rights: rights.data ?? {},
          })
        : [],
    [id, kind, target, draft.subResource, endpoints, workspace, rights.data]
  );

  return {
    choice,
    target,
    /** Reading the target or the rights. */
    isReading: id !== '' && (settledId !== id || reading.isFetching || rights.isPending),
    readError: settledId === id ? reading.error?.failure : undefined,
    readAgain: () => void reading.refetch(),
    choices,
    subResourcesError: known?.subResourcesError,
    results,
    /** What is known of the right to create. */
    createRight: rights.data?.create ?? 'unknown',
  };
}

export type TargetFacts = ReturnType<typeof useTargetFacts>;
