import { EmptyState, Stack } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type ReactNode, useMemo } from 'react';
import { AppPage } from '../../components/AppPage';
import { CutText } from '../../components/CutText';
import { FailureAlert } from '../../components/FailureAlert';
import { ListResults } from '../../components/ListResults';
import { type ListColumn } from '../../components/ListTable';
import { ReadStatus } from '../../components/ReadStatus';
import { Skeleton } from '../../components/Skeleton';
import { StatusBadge } from '../../components/StatusBadge';
import { useNow } from '../../components/useTime';
import { queries } from '../../data/queries';
import { ageText } from '../../domain/age';
import { type StateColumn, stateList, type StateRow, stateRows } from '../../domain/list/stateRow';

interface Props {
  /** What is shown where the operator of Grafana doesn't allow this view. */
  refusal: ReactNode;
}

/** The states of the private endpoints for Editors and Viewers, to look at. */
export function StatesPage({ refusal }: Props) {
  const states = useQuery(queries.states);
  const rows = useMemo(() => states.data && stateRows(states.data), [states.data]);
  const failure = states.error?.failure;
  if (failure?.code === 'role_required') {
    return refusal;
  }
  return (
    <AppPage
      title="Private endpoints"
      subTitle="The state of each private endpoint of the workspace"
      actions={
        <ReadStatus readAt={states.dataUpdatedAt} reading={states.isFetching} onReload={() => void states.refetch()} />
      }
    >
      <Stack direction="column" gap={1.5}>
        {failure && (
          <FailureAlert
            title={rows ? 'Couldn’t reload the list' : 'Couldn’t load private endpoints'}
            failure={failure}
            onRetry={() => void states.refetch()}
          />
        )}
        {rows && rows.length > 0 && <States rows={rows} />}
        {rows?.length === 0 && (
          <EmptyState variant="not-found" hideImage message="This workspace has no private endpoints yet" />
        )}
        {states.isPending && <Skeleton label="Loading private endpoints" above={[4, 4, 4]} rows={9} height={4.5} />}
      </Stack>
    </AppPage>
  );
}

const sortOptions: Array<{ value: StateColumn; label: string }> = [
  { value: 'name', label: 'Name' },
  { value: 'state', label: 'State' },
  { value: 'kind', label: 'Resource type' },
  { value: 'age', label: 'Age' },
];

function States({ rows }: { rows: StateRow[] }) {
  const now = useNow();
  const columns = useMemo(
    (): Array<ListColumn<StateRow, StateColumn>> => [
      { title: 'Name', sort: 'name', cell: ({ name }) => <CutText text={name} /> },
      {
        title: 'State',
        sort: 'state',
        width: '30%',
        cell: ({ label, tone }) => (
          <div>
            <StatusBadge label={label} tone={tone} />
          </div>
        ),
      },
      { title: 'Resource type', sort: 'kind', width: '30%', cell: ({ kind }) => <CutText text={kind.title} /> },
      { title: 'Age', sort: 'age', width: '12%', cell: ({ createdAt }) => ageText(createdAt, now) },
    ],
    [now]
  );
  return (
    <ListResults
      list={stateList}
      rows={rows}
      columns={columns}
      keyOf={({ name, createdAt }) => `${name}@${createdAt}`}
      things="private endpoints"
      searched="Search name, state or resource type"
      stateName="state"
      kindName="resource type"
      allKinds="All resource types"
      sortOptions={sortOptions}
    />
  );
}
