import { Field, FieldSet, Stack, Text } from '@grafana/ui';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import React, { useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import { Choice } from '../../components/Choice';
import { queries } from '../../data/queries';
import { type WorkspaceSummary } from '../../domain/workspace';
import { type FormValues } from '../../components/signIn/formValues';
import { WorkspaceIdField } from './WorkspaceIdField';

/** Which workspace: by resource ID, or one of those that the stored identity can see. */
export function WorkspaceField({ signInStored }: { signInStored: boolean }) {
  const { setValue, clearErrors, watch, formState } = useFormContext<FormValues>();
  const { errors } = formState;
  const workspaces = useQuery({ ...queries.workspaces, enabled: signInStored });
  const options = useMemo(
    () =>
      (workspaces.data ?? []).map(({ id, name, resourceGroup, location, tier }) => ({
        value: id,
        label: name,
        description: [resourceGroup, location, tier].filter(Boolean).join(' · '),
      })),
    [workspaces.data]
  );
  const typed = watch('workspaceId');
  const choose = (id: string) => {
    setValue('workspaceId', id, { shouldDirty: true });
    clearErrors('workspaceId');
  };
  const note = workspaceNote(signInStored, workspaces);
  return (
    <FieldSet label="Workspace">
      <Stack direction="column" gap={2}>
        <WorkspaceIdField
          label="Resource ID"
          description="The workspace's resource ID, or the URL of its page in the Azure portal"
          error={errors.workspaceId?.message}
        />
        {signInStored && workspaces.data && workspaces.data.length > 0 && (
          <Field label="Or select a workspace" noMargin>
            <Choice
              id="workspace-choice"
              placeholder="Select a workspace"
              options={options}
              value={workspaces.data.find(({ id }) => id.toLowerCase() === typed.trim().toLowerCase())?.id ?? null}
              onChange={choose}
            />
          </Field>
        )}
        {note && (
          <Text color="secondary" variant="bodySmall">
            {note}
          </Text>
        )}
      </Stack>
    </FieldSet>
  );
}

type Listing = Pick<UseQueryResult<WorkspaceSummary[]>, 'data' | 'error' | 'isFetching'>;

function workspaceNote(signInStored: boolean, { data, error, isFetching }: Listing): string {
  if (!signInStored) {
    return 'To choose from a list, save authentication first.';
  }
  if (isFetching) {
    return 'Loading workspaces…';
  }
  if (error) {
    return `Couldn’t load workspaces: ${error.failure.message}`;
  }
  return data?.length === 0
    ? 'The identity can’t access any workspace. Paste the resource ID, and assign the Reader role to the identity.'
    : '';
}
