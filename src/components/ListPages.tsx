import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { firstView, type ListOf, showPage, sortRows } from '../domain/list/list';
import { ListEnd } from './ListEnd';
import { type ListColumn, ListTable } from './ListTable';
import { useListView } from './useListView';

interface Props<Row extends { searchText: string }, Column extends string, State extends string> {
  list: ListOf<Row, Column, State>;
  rows: readonly Row[];
  /** The first one names the row. The same array as long as nothing changed. */
  columns: ReadonlyArray<ListColumn<Row, Column>>;
  keyOf: (row: Row) => string;
  /** What is listed, for example "private endpoints". */
  things: string;
}

/** A list to look at, in its own order, without search and filters. */
export function ListPages<Row extends { searchText: string }, Column extends string, State extends string>(
  props: Props<Row, Column, State>
) {
  const { list, rows, columns, keyOf, things } = props;
  const styles = useStyles2(getStyles);
  const [{ page: asked }, change] = useListView(list);
  const sorted = useMemo(() => sortRows(list, rows, list.firstSort, false), [list, rows]);
  const page = useMemo(() => showPage(list, sorted, { ...firstView(list), page: asked }), [list, sorted, asked]);
  return (
    <div className={styles.list}>
      <ListTable
        label={things.charAt(0).toUpperCase() + things.slice(1)}
        columns={columns}
        rows={page.rows}
        keyOf={keyOf}
        sort={list.firstSort}
        descending={false}
      />
      <ListEnd list={page} pageSize={list.pageSize} onPage={(to) => change({ page: to })} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
});
