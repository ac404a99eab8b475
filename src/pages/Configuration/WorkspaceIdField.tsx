import { Field, Input } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import { type FormValues } from '../../components/signIn/formValues';
import { useTidyWorkspaceId } from './useTidyWorkspaceId';

interface Props {
  label: string;
  description: string;
  /** Why what was entered can't be used. */
  error: string | undefined;
}

/** The workspace's resource ID, or the URL of its page in the Azure portal, which becomes the ID. */
export function WorkspaceIdField({ label, description, error }: Props) {
  const { register } = useFormContext<FormValues>();
  const tidy = useTidyWorkspaceId();
  return (
    <Field label={label} description={description} invalid={Boolean(error)} error={error} noMargin>
      <Input
        id="workspace-id"
        autoComplete="off"
        spellCheck={false}
        placeholder="/subscriptions/…/providers/Microsoft.Dashboard/grafana/…"
        {...register('workspaceId', { onBlur: tidy })}
      />
    </Field>
  );
}
