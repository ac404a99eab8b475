import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  Button,
  Combobox,
  EmptyState,
  FilterInput,
  IconButton,
  MultiCombobox,
  Pagination,
  Stack,
  Text,
  useStyles2,
} from '@grafana/ui';
import React, { type ReactNode, useCallback, useId, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import {
  type Count,
  countKinds,
  countStates,
  firstView,
  type ListOf,
  type ListView,
  pageSize,
  showPage,
  sortRows,
  viewFromQuery,
  viewToQuery,
} from '../domain/list/list';
import { type ListColumn, ListTable } from './ListTable';

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
  sortOptions?: Array<{ value: Column; label: string }>;
  /** Stands below the table. */
  note?: ReactNode;
}

/** A list with its search, filters, table and pager. */
export function ListResults<Row extends { searchText: string }, Column extends string, State extends string>(
  props: Props<Row, Column, State>
) {
  const { list, rows, columns, keyOf, things, searched, stateName, kindName, allKinds, sortOptions, note } = props;
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
    <Stack direction="column" gap={2}>
      <StateFilter
        label={`Filter by ${stateName}`}
        total={page.total}
        counts={states}
        chosen={view.states}
        onChange={(chosen) => change({ states: chosen })}
      />
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
        {sortOptions && <SortChoice list={list} view={view} options={sortOptions} onChange={change} />}
      </div>
      <ListTable
        label={things.charAt(0).toUpperCase() + things.slice(1)}
        columns={columns}
        rows={page.rows}
        keyOf={keyOf}
        sort={view.sort}
        descending={view.descending}
        hasSortChoice={sortOptions !== undefined}
        onSort={(sort) => change({ sort, descending: view.sort === sort && !view.descending })}
      />
      {note}
      <ListEnd
        list={page}
        pageSize={pageSize}
        noMatch={`No ${things} match your search`}
        onClear={() => change(firstView(list))}
        onPage={(to) => change({ page: to })}
      />
    </Stack>
  );
}

/**
 * A list's view, kept in the URL: a reload, a shared link and Back show the same list. Typing replaces the history entry
 * instead of adding one per letter.
 */
function useListView<Row extends { searchText: string }, Column extends string, State extends string>(
  list: ListOf<Row, Column, State>
): [ListView<Column, State>, (change: Partial<ListView<Column, State>>) => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const view = useMemo(() => viewFromQuery(list, search), [list, search]);
  const change = useCallback(
    (what: Partial<ListView<Column, State>>) => {
      // Anything but a page change starts again at the first page.
      const next = { ...view, page: 1, ...what };
      navigate({ search: viewToQuery(list, next, search) }, { replace: what.search !== undefined });
    },
    [list, navigate, search, view]
  );
  return [view, change];
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
        <Combobox
          id={id}
          options={options}
          value={view.sort}
          onChange={({ value }) => onChange({ sort: value, descending: false })}
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

interface StateFilterProps<T extends string> {
  label: string;
  total: number;
  counts: Array<Count<T>>;
  chosen: T[];
  onChange: (chosen: T[]) => void;
}

/** Counts by state that filter: "All" or any of the states. */
function StateFilter<T extends string>({ label, total, counts, chosen, onChange }: StateFilterProps<T>) {
  const styles = useStyles2(getStateFilterStyles);
  const toggle = (key: T) =>
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  const pill = (key: string, title: string, count: number, pressed: boolean, onClick: () => void) => (
    <button
      key={key}
      type="button"
      aria-pressed={pressed}
      className={cx(styles.pill, pressed && styles.pressed)}
      onClick={onClick}
    >
      {title} <span className={styles.count}>{count.toLocaleString('en-US')}</span>
    </button>
  );
  return (
    <div role="group" aria-label={label} className={styles.row}>
      {pill('all', 'All', total, chosen.length === 0, () => onChange([]))}
      {counts.map(({ key, title, count }) => pill(key, title, count, chosen.includes(key), () => toggle(key)))}
    </div>
  );
}

const getStateFilterStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  pill: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    padding: theme.spacing(0.5, 1.25),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: theme.typography.bodySmall.lineHeight,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
  }),
  pressed: css({
    background: theme.colors.action.selected,
    borderColor: theme.colors.primary.border,
    fontWeight: theme.typography.fontWeightMedium,
    // Secondary text is too faint on this background (WCAG 2.1, 1.4.3).
    '& > span': { color: 'inherit' },
  }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});

interface ListEndProps {
  /** What a search found of a list: the page that is shown of it, and the counts. */
  list: { rows: readonly unknown[]; page: number; pages: number; matched: number; total: number };
  pageSize: number;
  /** Told when nothing matches. */
  noMatch: string;
  onClear: () => void;
  onPage: (page: number) => void;
}

/** What stands below a table: which rows these are and the pager, or the way back when nothing matches. */
function ListEnd({ list, pageSize, noMatch, onClear, onPage }: ListEndProps) {
  if (list.matched === 0) {
    return (
      <EmptyState
        variant="not-found"
        message={noMatch}
        button={
          <Button variant="secondary" onClick={onClear}>
            Clear search and filters
          </Button>
        }
      />
    );
  }
  const first = (list.page - 1) * pageSize + 1;
  return (
    <Stack direction="row" wrap="wrap" justifyContent="space-between" alignItems="center">
      <span role="status">
        <Text color="secondary" variant="bodySmall">
          {countText(first, list.rows.length, list.matched, list.total)}
        </Text>
      </span>
      <Pagination currentPage={list.page} numberOfPages={list.pages} hideWhenSinglePage onNavigate={onPage} />
    </Stack>
  );
}

function countText(first: number, shown: number, matched: number, total: number): string {
  const number = (n: number) => n.toLocaleString('en-US');
  const range = `${number(first)}–${number(first + shown - 1)} of ${number(matched)}`;
  return matched === total ? range : `${range} that match, ${number(total)} in all`;
}
