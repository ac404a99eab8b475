import { type DataSourceSettings } from '@grafana/data';
import { Checkbox, Field, FieldSet, MultiCombobox, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { foundAnswer } from './answers';
import { type Options } from './query';
import { useResource } from './resources';

interface Props {
  options: DataSourceSettings<Options>;
  onChange: (change: Partial<Options>) => void;
}

/** Which workspaces the data source reads. Those to choose from are known once the authentication was saved. */
export function WorkspacesField({ options: { jsonData, uid, version = 0 }, onChange }: Props) {
  const { workspaces = [], allWorkspaces = false } = jsonData;
  const { data, failure } = useResource(jsonData.azureCredentials ? uid : '', 'workspaces', foundAnswer, version);
  const choices = useMemo(
    () =>
      (data?.workspaces ?? []).map(({ id, name, resourceGroup, location }) => ({
        value: id,
        label: name,
        description: `${resourceGroup} · ${location}`,
      })),
    [data]
  );
  return (
    <FieldSet label="Workspaces">
      <Stack direction="column" gap={2}>
        <div>
          <Checkbox
            label="All workspaces that the identity can see"
            description="Up to 50"
            value={allWorkspaces}
            onChange={(event) => onChange({ allWorkspaces: event.currentTarget.checked })}
          />
        </div>
        {!allWorkspaces && (
          <Field
            label="Workspaces"
            htmlFor="workspaces"
            required
            description={
              failure
                ? `Enter resource IDs. The list can’t be loaded: ${failure.message}`
                : 'Select workspaces, or enter resource IDs. To load the list, save authentication first.'
            }
            noMargin
          >
            <MultiCombobox
              id="workspaces"
              options={choices}
              value={workspaces}
              createCustomValue
              placeholder="/subscriptions/…/providers/Microsoft.Dashboard/grafana/…"
              onChange={(chosen) => onChange({ workspaces: chosen.map(({ value }) => value.trim()) })}
            />
          </Field>
        )}
      </Stack>
    </FieldSet>
  );
}
