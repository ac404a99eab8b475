import { type QueryEditorProps } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { Field, MultiCombobox, Stack } from '@grafana/ui';
import React, { useId, useMemo } from 'react';
import { Choice } from '../components/Choice';
import { catalogue } from '../domain/catalogue/catalogue';
import { stateGroups } from '../domain/state/stateGroup';
import { type DataSource } from './DataSource';
import { type Condition, type Options, type Query, type QueryType } from './query';

const queryTypes: Array<{ value: QueryType; label: string; description: string }> = [
  { value: 'endpoints', label: 'Endpoints', description: 'A row for each private endpoint' },
  { value: 'counts', label: 'Counts', description: 'Private endpoints by state and workspace' },
  { value: 'condition', label: 'Alert condition', description: 'A number for each private endpoint, for alert rules' },
  { value: 'activity', label: 'Activity', description: 'Who created, changed, deleted and refreshed what' },
  { value: 'names', label: 'Endpoint names', description: 'For a variable' },
  { value: 'workspaces', label: 'Workspace names', description: 'For a variable' },
];

const conditions: Array<{ value: Condition; label: string; description: string }> = [
  { value: 'rejected', label: 'Rejected or disconnected', description: '1 if it is, else 0' },
  { value: 'pendingDays', label: 'Days pending', description: '0 if it isn’t pending' },
  { value: 'notActive', label: 'Approved but not active', description: '1 if it is, else 0' },
  { value: 'failed', label: 'Failed', description: '1 if it is, else 0' },
  { value: 'attention', label: 'Needs attention', description: '1 if it does, else 0' },
];

const groupOptions = Object.entries(stateGroups).map(([value, label]) => ({ value, label }));
const typeOptions = catalogue.map(({ title }) => ({ value: title, label: title }));

type Props = QueryEditorProps<DataSource, Query, Options>;

/** What to ask of which endpoints. A change runs the query. */
export function QueryEditor({ datasource, query, onChange, onRunQuery }: Props) {
  const { queryType = 'endpoints', condition = 'attention' } = query;
  const change = (part: Partial<Query>) => {
    onChange({ ...query, queryType, ...part });
    onRunQuery();
  };
  const workspaces = useMemo(() => datasource.workspaceNames, [datasource]);
  const filtersEndpoints = queryType !== 'activity' && queryType !== 'workspaces';
  return (
    <Stack direction="row" gap={2} wrap="wrap">
      <ChoiceField
        label="Query type"
        options={queryTypes}
        value={queryType}
        onChange={(value) => change({ queryType: value })}
      />
      {queryType === 'condition' && (
        <ChoiceField
          label="Condition"
          options={conditions}
          value={condition}
          onChange={(value) => change({ condition: value })}
        />
      )}
      {queryType !== 'workspaces' && (
        <Filter
          label="Workspaces"
          value={query.workspaces}
          options={workspaces.map((name) => ({ value: name, label: name }))}
          onChange={(texts) => change({ workspaces: texts })}
        />
      )}
      {filtersEndpoints && (
        <>
          <Filter
            label="State"
            value={query.groups}
            options={groupOptions}
            onChange={(texts) => change({ groups: texts })}
          />
          <Filter
            label="Resource type"
            value={query.resourceTypes}
            options={typeOptions}
            onChange={(texts) => change({ resourceTypes: texts })}
          />
        </>
      )}
    </Stack>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  options: Array<{ value: T; label: string; description: string }>;
  value: T;
  onChange: (value: T) => void;
}

function ChoiceField<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <Field label={label} htmlFor={id} noMargin>
      <Choice id={id} width={32} options={options} value={value} onChange={onChange} />
    </Field>
  );
}

interface FilterProps {
  label: string;
  options: Array<{ value: string; label: string }>;
  value: string[] | undefined;
  onChange: (texts: string[]) => void;
}

/** Some of the options, variables, or texts of one's own; nothing for all. */
function Filter({ label, options, value = [], onChange }: FilterProps) {
  const id = useId();
  const variables = getTemplateSrv()
    .getVariables()
    .map(({ name }) => ({ value: `$${name}`, label: `$${name}` }));
  return (
    <Field label={label} htmlFor={id} noMargin>
      <MultiCombobox
        id={id}
        width={32}
        options={[...variables, ...options]}
        value={value}
        placeholder="All"
        createCustomValue
        onChange={(chosen) => onChange(chosen.map((one) => one.value))}
      />
    </Field>
  );
}
