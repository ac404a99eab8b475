import { Combobox, Field, FieldSet } from '@grafana/ui';
import React from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { type AutomaticRefresh } from '../../domain/following';
import { type FormValues } from './formValues';

// Combobox takes new options for a change and starts over: it needs the same array at each render.
const choices: Array<{ value: AutomaticRefresh; label: string; description: string }> = [
  { value: 'off', label: 'Never', description: 'Refresh manually' },
  {
    value: 'decided',
    label: 'After approval',
    description: 'When the resource owner approves, rejects or disconnects',
  },
  {
    value: 'pending',
    label: 'After approval and while pending',
    description: 'Also every 15 minutes for up to 14 days while a request is pending and its target can’t be read',
  },
];

/** When the workspace is refreshed without a click. */
export function RefreshField() {
  const { control } = useFormContext<FormValues>();
  return (
    <FieldSet label="Private endpoints">
      <Field
        label="Refresh automatically"
        description="A refresh applies approvals and rejections to the managed network"
        htmlFor="automatic-refresh"
        noMargin
      >
        <Controller
          control={control}
          name="automaticRefresh"
          render={({ field }) => (
            <Combobox
              id="automatic-refresh"
              options={choices}
              value={field.value || null}
              placeholder="Not known to this version"
              onChange={({ value }) => field.onChange(value)}
            />
          )}
        />
      </Field>
    </FieldSet>
  );
}
