import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { FilterInput, IconButton, MultiCombobox, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId, useMemo } from 'react';
import { countKinds, countStates, firstView, type ListOf, showPage, sortRows } from '../domain/list/list';
import { Choice } from './Choice';
import { ListEnd } from './ListEnd';
import { ListFilter, type ListFilterProps } from './ListFilter';
import { type ListColumn, type ListSelection, ListTable } from './ListTable';
import { useListView } from './useListView';

interface Props<Row extends { searchText: string }, Column extends string, State extends string> {
  list: ListOf<Row, Column, State>;
  rows: readonly Row[];
  /** The first one names the row. The same array as long as nothing changed. */
  columns: ReadonlyArray<ListColumn<Row, Column>>;
  keyOf: (row: Row) => string;
  /** What is listed, for example "private endpoints". */
  things: string;
  /** Where the search looks. */
  searched: string;
  /** What the states and the kinds are called. */
  stateName: string;
  kindName: string;
  allKinds: string;
  /** Orders to choose from above the list; the same array at each render. */
  sortOptions: Array<{ value: Column; label: string }>;
  /** Stands below the table. */
  note?: ReactNode;
  /** For lists whose rows can be chosen. */
  selection?: ListSelection<Row>;
  chosen?: ReadonlySet<string>;
  /** What can be done with the chosen rows. */
  actions?: ReactNode;
  /** What stands above the search, in place of the plain counts. */
  renderHead?: (filter: ListFilterProps<State>) => ReactNode;
}

/** A list with its search, filters, table and pager. */
export function ListResults<Row extends { searchText: string }, Column extends string, State extends string>(
  props: Props<Row, Column, State>
) {
  const { list, rows, columns, keyOf, things, searched, stateName, kindName, allKinds, sortOptions, note } = props;
  const { selection, chosen, actions, renderHead = (filter) => <ListFilter {...filter} /> } = props;
  const styles = useStyles2(getStyles);
  const [view, change] = useListView(list);
  const states = useMemo(() => countStates(list, rows), [list, rows]);
  // Combobox takes new options for a change and starts over: it needs the same array at each render.
  const kinds = useMemo(
    () => countKinds(list, rows).map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
    [list, rows]
  );
  // Sorting takes longest, and typing doesn't change the order.
  const sorted = useMemo(
    () => sortRows(list, rows, view.sort, view.descending),
    [list, rows, view.sort, view.descending]
  );
  const page = useMemo(() => showPage(list, sorted, view), [list, sorted, view]);
  return (
    <div className={styles.list}>
      <div className={styles.filter}>
        {renderHead({
          label: `Filter by ${stateName}`,
          total: page.total,
          counts: states,
          chosen: view.states,
          onChange: (states) => change({ states }),
        })}
        {actions}
      </div>
      <div className={styles.tools}>
        <FilterInput
          aria-label={`Search ${things}`}
          placeholder={searched}
          value={view.search}
          onChange={(search) => change({ search })}
          escapeRegex={false}
        />
        <MultiCombobox
          aria-label={`Filter by ${kindName}`}
          placeholder={allKinds}
          options={kinds}
          value={view.kinds}
          onChange={(chosen) => change({ kinds: chosen.map(({ value }) => value) })}
        />
        <SortChoice list={list} view={view} options={sortOptions} onChange={change} />
      </div>
      <ListTable
        label={things.charAt(0).toUpperCase() + things.slice(1)}
        columns={columns}
        rows={page.rows}
        keyOf={keyOf}
        sort={view.sort}
        descending={view.descending}
        onSort={(sort) => change({ sort, descending: view.sort === sort && !view.descending })}
        selection={selection}
        chosen={chosen}
      />
      {note}
      <ListEnd
        list={page}
        pageSize={list.pageSize}
        noMatch={`No ${things} match your search`}
        onClear={() => change(firstView(list))}
        onPage={(to) => change({ page: to })}
      />
    </div>
  );
}

interface SortProps<Column extends string> {
  list: { oneWay?: Column };
  view: { sort: Column; descending: boolean };
  options: Array<{ value: Column; label: string }>;
  onChange: (change: { sort?: Column; descending: boolean }) => void;
}

/** Says what a list is sorted by, and changes it, also where it is too narrow for columns. */
function SortChoice<Column extends string>({ list, view, options, onChange }: SortProps<Column>) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <div className={styles.sort}>
      <label htmlFor={id}>Sort by</label>
      <div className={styles.choice}>
        <Choice
          id={id}
          options={options}
          value={view.sort}
          onChange={(sort) => onChange({ sort, descending: false })}
        />
      </div>
      {view.sort !== list.oneWay && (
        <IconButton
          name={view.descending ? 'arrow-down' : 'arrow-up'}
          tooltip={view.descending ? 'Descending. Reverse order' : 'Ascending. Reverse order'}
          onClick={() => onChange({ descending: !view.descending })}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
  filter: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    // As high as the buttons that come when a row is chosen.
    minHeight: theme.spacing(theme.components.height.md),
  }),
  tools: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    '& > *': { flex: `1 1 ${theme.spacing(28)}` },
    '& > :first-child': { flex: `2 1 ${theme.spacing(40)}` },
  }),
  sort: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& > label': { margin: 0, color: theme.colors.text.secondary, whiteSpace: 'nowrap' },
  }),
  choice: css({ flex: 1, minWidth: theme.spacing(22) }),
});
