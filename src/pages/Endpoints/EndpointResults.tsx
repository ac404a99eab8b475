import { Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { ListEnd } from '../../components/ListEnd';
import { StateFilter } from '../../components/StateFilter';
import { countByKind, countByState, listEndpoints } from '../../domain/list/listEndpoints';
import { type EndpointRow } from '../../domain/list/row';
import { defaultListView, pageSize } from '../../domain/list/view';
import { type UsesOf } from './UsesCell';
import { type Workspace } from '../../domain/workspace';
import { EndpointTable } from './EndpointTable';
import { ListTools } from './ListTools';
import { useListView } from './useListView';

interface Props {
  rows: EndpointRow[];
  workspace: Workspace | undefined;
  /** What runs or waits on an endpoint, by its name in lower case. */
  progress: ReadonlyMap<string, string>;
  /** The data sources that use an endpoint; undefined while nobody knows. */
  usesOf: UsesOf;
  /** Whose data sources those are; '' while nobody knows. */
  usersAre: string;
}

/** Search, filters, table and pager. */
export function EndpointResults({ rows, workspace, progress, usesOf, usersAre }: Props) {
  const [view, change] = useListView();
  const states = useMemo(() => countByState(rows), [rows]);
  const kinds = useMemo(
    () => countByKind(rows).map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
    [rows]
  );
  const list = useMemo(() => listEndpoints(rows, view), [rows, view]);

  return (
    <Stack direction="column" gap={2}>
      <StateFilter
        label="Filter by state"
        total={list.total}
        counts={states}
        chosen={view.states}
        onChange={(chosen) => change({ states: chosen })}
      />
      <ListTools view={view} kinds={kinds} onChange={change} />
      <EndpointTable
        rows={list.rows}
        view={view}
        workspace={workspace}
        progress={progress}
        usesOf={usesOf}
        onChange={change}
      />
      {usersAre && (
        <Text color="secondary" variant="bodySmall">
          {`Used by: ${usersAre.charAt(0).toLowerCase()}${usersAre.slice(1)}`}
        </Text>
      )}
      <ListEnd
        list={list}
        pageSize={pageSize}
        noMatch="No private endpoint matches"
        onClear={() => change(defaultListView)}
        onPage={(page) => change({ page })}
      />
    </Stack>
  );
}
