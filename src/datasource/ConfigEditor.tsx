import { type DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { Alert, Field, FieldSet, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { Choice } from '../components/Choice';
import { type AutomaticRefresh } from '../domain/following';
import { Authentication } from './Authentication';
import { type Options } from './query';
import { RefreshStatus } from './RefreshStatus';
import { useResource } from './resources';
import { optionsAnswer } from './answers';
import { WorkspacesField } from './WorkspacesField';

type Props = DataSourcePluginOptionsEditorProps<Options>;

const refreshChoices: Array<{ value: AutomaticRefresh; label: string; description: string }> = [
  { value: 'off', label: 'Never', description: 'The data source only reads' },
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

/** The settings of the data source. Grafana's own page saves and tests them. */
export function ConfigEditor({ options, onOptionsChange }: Props) {
  const { jsonData, readOnly, uid } = options;
  const offers = useResource(uid, 'authentication', optionsAnswer);
  const change = (part: Partial<Options>) => onOptionsChange({ ...options, jsonData: { ...jsonData, ...part } });
  const automatic = jsonData.automaticRefresh ?? 'off';
  const choices = useMemo(() => refreshChoices, []);
  return (
    <fieldset disabled={readOnly}>
      <Stack direction="column" gap={2}>
        {offers.failure && (
          <Alert severity="warning" title={offers.failure.message}>
            {offers.failure.hint}
          </Alert>
        )}
        <Authentication options={options} onOptionsChange={onOptionsChange} offers={offers.data} />
        <WorkspacesField options={options} onChange={change} />
        <FieldSet label="Automatic refresh">
          <Field
            label="Refresh automatically"
            htmlFor="automatic-refresh"
            description="A refresh applies approvals and rejections to the managed network. It needs permission to refresh, and goes on while a dashboard or alert rule uses this data source."
            noMargin
          >
            <Choice
              id="automatic-refresh"
              options={choices}
              value={automatic}
              onChange={(automaticRefresh) => change({ automaticRefresh })}
            />
          </Field>
          {automatic !== 'off' && <RefreshStatus uid={uid} />}
        </FieldSet>
      </Stack>
    </fieldset>
  );
}
