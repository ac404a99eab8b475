import { Button, LoadingPlaceholder, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { ChoiceCards } from '../../components/ChoiceCards';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { CONFIG_PATH } from '../../constants';
import { queries } from '../../data/queries';
import { sameResource } from '../../domain/resourceId';
import { type SetupCheck } from '../../domain/settings/setup';
import { readWorkspaceId } from '../../domain/settings/workspaceId';
import { tierSupportsEndpoints, type WorkspaceSummary } from '../../domain/workspace';
import { CheckFindings } from './CheckFindings';
import { type FormValues } from '../../components/signIn/formValues';
import { SetupStep } from './SetupStep';

interface Props {
  isBusy: boolean;
  /** What the test found where it failed. */
  findings: readonly SetupCheck[];
}

interface Openable {
  /** The identity can sign in: only then can there be a list. */
  isOpen: boolean;
}

// The same array at each render.
const none: WorkspaceSummary[] = [];

/** Step 3: one of the workspaces that the identity can see, or the one whose resource ID was entered. */
export function WorkspaceStep({ isOpen, ...props }: Props & Openable) {
  return (
    <SetupStep number={3} title="Select the workspace" isDone={false}>
      {isOpen ? (
        <WorkspaceChoice {...props} />
      ) : (
        <Text element="p" color="secondary">
          After step 1, select one of the workspaces that the identity has access to.
        </Text>
      )}
    </SetupStep>
  );
}

function WorkspaceChoice({ isBusy, findings }: Props) {
  const { setValue, clearErrors, watch, formState } = useFormContext<FormValues>();
  const workspaces = useQuery(queries.workspaces);
  const { data: found = none, error, isFetching } = workspaces;
  const chosen = watch('workspaceId').trim();
  const choose = (id: string) => {
    setValue('workspaceId', id, { shouldDirty: true });
    clearErrors('workspaceId');
  };
  useEffect(() => {
    // There is nothing to choose between.
    if (found.length === 1 && chosen === '') {
      setValue('workspaceId', found[0]?.id ?? '');
    }
  }, [found, chosen, setValue]);

  return (
    <>
      {workspaces.isPending && <LoadingPlaceholder text="Loading workspaces…" />}
      {error && (
        <FailureAlert
          title="Couldn’t load workspaces"
          failure={error.failure}
          onRetry={() => void workspaces.refetch()}
        />
      )}
      <ChoiceCards
        label="Workspace"
        hideLabel
        layout="list"
        choices={choicesOf(found, chosen)}
        value={found.find(({ id }) => sameResource(id, chosen))?.id ?? chosen}
        error={chosen === '' ? formState.errors.workspaceId?.message : undefined}
        onChange={choose}
      />
      {workspaces.data?.length === 0 && (
        <Text element="p" color="secondary">
          The identity has no access to a workspace yet. A new role takes a few minutes to apply. Search again, or enter
          the workspace’s resource ID in step 2.
        </Text>
      )}
      <CheckFindings checks={findings.filter(({ outcome }) => outcome === 'failed' || outcome === 'warning')} />
      <Stack direction="row" wrap="wrap" gap={1}>
        <Button type="submit" aria-busy={isBusy} icon={isBusy ? 'spinner' : undefined}>
          Save and test
        </Button>
        <Button
          type="button"
          variant="secondary"
          icon="sync"
          aria-busy={isFetching}
          onClick={() => !isFetching && void workspaces.refetch()}
        >
          Search again
        </Button>
        {findings.length > 0 && (
          <LinkButton variant="secondary" fill="text" href={CONFIG_PATH}>
            Open configuration
          </LinkButton>
        )}
      </Stack>
    </>
  );
}

/** What can be chosen; also what was entered by hand and isn't in the list. */
function choicesOf(found: readonly WorkspaceSummary[], chosen: string) {
  const typed = readWorkspaceId(chosen);
  const isElsewhere = typed.ok && !found.some(({ id }) => sameResource(id, typed.value));
  const hasNone = ({ tier }: WorkspaceSummary) => tierSupportsEndpoints(tier) === 'no';
  return [
    ...[...found]
      .sort((a, b) => Number(hasNone(a)) - Number(hasNone(b)))
      .map((workspace) => ({
        value: workspace.id,
        title: workspace.name,
        description: [workspace.resourceGroup, workspace.location].filter(Boolean).join(' · '),
        note: hasNone(workspace) ? `${workspace.tier}: no private endpoints` : workspace.tier,
      })),
    ...(isElsewhere
      ? [{ value: chosen, title: typed.value.split('/').at(-1) ?? '', description: typed.value, note: 'As entered' }]
      : []),
  ];
}
