import { type DataSourceWay, dataSourceWays, wayTitles } from '../advice/dataSourceWay';
import { type Count } from '../list/listEndpoints';
import { pageSize } from '../list/view';
import { type SourceRow } from './row';
import { type SourceColumn, type SourceView } from './view';

/** What the page of data sources shows for a view. */
export interface SourceList {
  /** The rows of the page. */
  rows: SourceRow[];
  /** All data sources, and those that match. */
  total: number;
  matched: number;
  /** The page shown (a page past the end shows the last) and how many there are, at least 1. */
  page: number;
  pages: number;
}

/** Searches, filters and pages rows, which stay in their order. */
export function listSources(rows: readonly SourceRow[], view: SourceView): SourceList {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter(
    (row) =>
      (view.ways.length === 0 || view.ways.includes(row.way)) &&
      (view.types.length === 0 || view.types.includes(row.dataSource.type)) &&
      words.every((word) => row.searchText.includes(word))
  );
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(Math.max(1, view.page), pages);
  return {
    rows: matching.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    matched: matching.length,
    page,
    pages,
  };
}

/** Counts all rows by way, in the order of need, without empty ones. */
export function countByWay(rows: readonly SourceRow[]): Array<Count<DataSourceWay>> {
  return dataSourceWays
    .map((key) => ({ key, title: wayTitles[key], count: rows.filter(({ way }) => way === key).length }))
    .filter(({ count }) => count > 0);
}

/** Counts all rows by type, by its name. */
export function countByType(rows: readonly SourceRow[]): Array<Count<string>> {
  const counts = new Map<string, Count<string>>();
  for (const { dataSource, typeName } of rows) {
    const entry = counts.get(dataSource.type) ?? { key: dataSource.type, title: typeName, count: 0 };
    entry.count++;
    counts.set(dataSource.type, entry);
  }
  return [...counts.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const keys: Record<SourceColumn, (row: SourceRow) => string> = {
  way: ({ way }) => String(dataSourceWays.indexOf(way)),
  name: ({ dataSource }) => dataSource.name,
  type: ({ typeName }) => typeName,
  address: ({ address }) => address,
};

/** Sorts rows: empty cells come last either way, ties are settled by name. */
export function sortSources(rows: readonly SourceRow[], column: SourceColumn, descending: boolean): SourceRow[] {
  const keyed = rows.map((row) => ({ row, key: keys[column](row) }));
  const sign = descending ? -1 : 1;
  keyed.sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      sign * collator.compare(a.key, b.key) ||
      collator.compare(a.row.dataSource.name, b.row.dataSource.name)
  );
  return keyed.map(({ row }) => row);
}
