/** How one sort of things is listed: what its rows can be searched, filtered and sorted by. */
export interface ListOf<Row extends { searchText: string }, Column extends string, State extends string> {
  /** What each column sorts by; '' and NaN come last either way. */
  sortKeys: Record<Column, (row: Row) => string | number>;
  /** The order in which the list opens. */
  firstSort: Column;
  /** A column that never sorts the other way round. */
  oneWay?: Column;
  /** Settles ties. */
  nameOf: (row: Row) => string;
  /** In their order. */
  states: readonly State[];
  stateOf: (row: Row) => State;
  titleOf: (state: State) => string;
  kindOf: (row: Row) => { key: string; title: string };
  /** Rows on one page. */
  pageSize: number;
  /** Query parameters that hold the filters. */
  params: { states: string; kinds: string };
}

/** What a user chose to see. It is kept in the URL. */
export interface ListView<Column extends string, State extends string> {
  /** Words that must all occur. */
  search: string;
  sort: Column;
  descending: boolean;
  /** Empty means all. */
  states: State[];
  /** Keys of kinds; empty means all. */
  kinds: string[];
  /** Counts from 1. */
  page: number;
}

/** How many rows a filter value would show. */
export interface Count<T> {
  key: T;
  title: string;
  count: number;
}

/** One page of what a view shows. */
export interface ListPage<Row> {
  rows: Row[];
  /** All rows, and those that match. */
  total: number;
  matched: number;
  /** The page shown (a page past the end shows the last) and how many there are, at least 1. */
  page: number;
  pages: number;
}

/** The list as it opens. */
export function firstView<Column extends string>(list: { firstSort: Column }): ListView<Column, never> {
  return { search: '', sort: list.firstSort, descending: false, states: [], kinds: [], page: 1 };
}

/** Reads a view from a query string; what makes no sense falls back to the default, so an old link never breaks. */
export function viewFromQuery<Row extends { searchText: string }, Column extends string, State extends string>(
  list: ListOf<Row, Column, State>,
  query: string
): ListView<Column, State> {
  const params = new URLSearchParams(query);
  const asked = params.get('sort');
  const columns = Object.keys(list.sortKeys) as Column[];
  const sort = columns.find((column) => column === asked?.replace(/^-/, ''));
  const chosen = params.getAll(list.params.states);
  const [page = 1] = params.getAll('p').filter((text) => /^[1-9]\d{0,5}$/.test(text));
  return {
    search: params.get('q') ?? '',
    sort: sort ?? list.firstSort,
    descending: sort !== undefined && sort !== list.oneWay && asked?.startsWith('-') === true,
    states: list.states.filter((state) => chosen.includes(state)),
    kinds: [...new Set(params.getAll(list.params.kinds))].filter(Boolean),
    page: Number(page),
  };
}

/**
 * Writes a view into a query string, beside what else stands there; a default view leaves nothing. `p` holds the page:
 * Grafana's configuration page uses `page` for its tabs.
 */
export function viewToQuery<Column extends string>(
  list: { firstSort: Column; params: { states: string; kinds: string } },
  view: ListView<Column, string>,
  query = ''
): string {
  const params = new URLSearchParams(query);
  const { states, kinds } = list.params;
  ['q', 'sort', states, kinds, 'p'].forEach((name) => params.delete(name));
  if (view.search) {
    params.set('q', view.search);
  }
  if (view.sort !== list.firstSort || view.descending) {
    params.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  }
  view.states.forEach((state) => params.append(states, state));
  view.kinds.forEach((kind) => params.append(kinds, kind));
  if (view.page > 1) {
    params.set('p', String(view.page));
  }
  return params.toString();
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts rows into a new array; empty cells come last either way, ties are settled by name. */
export function sortRows<Row extends { searchText: string }, Column extends string, State extends string>(
  list: ListOf<Row, Column, State>,
  rows: readonly Row[],
  column: Column,
  descending: boolean
): Row[] {
  const keyed = rows.map((row) => ({ row, key: list.sortKeys[column](row) }));
  const sign = descending ? -1 : 1;
  keyed.sort(
    (a, b) =>
      Number(isEmpty(a.key)) - Number(isEmpty(b.key)) ||
      sign * compare(a.key, b.key) ||
      collator.compare(list.nameOf(a.row), list.nameOf(b.row))
  );
  return keyed.map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b || 0 : collator.compare(String(a), String(b));
}

function isEmpty(key: string | number): boolean {
  return key === '' || Number.isNaN(key);
}

/** Searches, filters and pages rows, which stay in their order. */
export function showPage<Row extends { searchText: string }, Column extends string, State extends string>(
  list: ListOf<Row, Column, State>,
  rows: readonly Row[],
  view: ListView<Column, State>
): ListPage<Row> {
  const words = view.search.toLowerCase().split(/\s/);
  const matching = rows.filter(
    (row) =>
      (view.states.length === 0 || view.states.includes(list.stateOf(row))) &&
      (view.kinds.length === 0 || view.kinds.includes(list.kindOf(row).key)) &&
      words.every((word) => row.searchText.includes(word))
  );
  const { pageSize } = list;
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(Math.max(1, view.page), pages);
  const shown = matching.slice((page - 1) * pageSize, page * pageSize);
  return { rows: shown, total: rows.length, matched: matching.length, page, pages };
}

/** Counts all rows by state, in the order of states, without empty ones. */
export function countStates<Row extends { searchText: string }, Column extends string, State extends string>(
  { states, stateOf, titleOf }: ListOf<Row, Column, State>,
  rows: readonly Row[]
): Array<Count<State>> {
  const counts = new Map<State, number>();
  rows.forEach((row) => counts.set(stateOf(row), (counts.get(stateOf(row)) ?? 0) + 1));
  return states.flatMap((key) => {
    const count = counts.get(key);
    return count ? [{ key, title: titleOf(key), count }] : [];
  });
}

/** Counts all rows by kind, by title. */
export function countKinds<Row extends { searchText: string }, Column extends string, State extends string>(
  { kindOf }: ListOf<Row, Column, State>,
  rows: readonly Row[]
): Array<Count<string>> {
  const counts = new Map<string, Count<string>>();
  for (const row of rows) {
    const { key, title } = kindOf(row);
    counts.set(key, { key, title, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
