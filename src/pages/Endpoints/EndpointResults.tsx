import { Button, EmptyState, Pagination, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
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
  const first = (list.page - 1) * pageSize + 1;

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
      {list.matched === 0 ? (
        <EmptyState
          variant="not-found"
          message="No private endpoint matches"
          button={
            <Button variant="secondary" onClick={() => change(defaultListView)}>
              Clear search and filters
            </Button>
          }
        />
      ) : (
        <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center">
          <span role="status">
            <Text color="secondary" variant="bodySmall">
              {countText(first, list.rows.length, list.matched, list.total)}
            </Text>
          </span>
          <Pagination
            currentPage={list.page}
            numberOfPages={list.pages}
            hideWhenSinglePage
            onNavigate={(page) => change({ page })}
          />
        </Stack>
      )}
    </Stack>
  );
}

function countText(first: number, shown: number, matched: number, total: number): string {
  const number = (n: number) => n.toLocaleString('en-US');
  const range = `${number(first)}–${number(first + shown - 1)} of ${number(matched)}`;
  return matched === total ? range : `${range} that match, ${number(total)} in all`;
}
