import { type EndpointStatus, endpointStatuses } from '../state/status';
import { statusTitle } from '../state/stateWords';
import { type EndpointRow } from './row';
import { sortRows } from './sortRows';
import { type ListView, pageSize } from './view';

/** How many rows a filter value would show. */
export interface Count<T> {
  key: T;
  title: string;
  count: number;
}

/** What the list page shows for a view. */
export interface EndpointList {
  /** The rows of the page. */
  rows: EndpointRow[];
  /** All endpoints, and those that match. */
  total: number;
  matched: number;
  /** The page shown (a page past the end shows the last) and how many there are, at least 1. */
  page: number;
  pages: number;
}

/** Searches, filters, sorts and pages the rows. */
export function listEndpoints(rows: readonly EndpointRow[], view: ListView): EndpointList {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter(
    (row) =>
      (view.states.length === 0 || view.states.includes(row.status)) &&
      (view.kinds.length === 0 || view.kinds.includes(row.kind.key)) &&
      words.every((word) => row.searchText.includes(word))
  );
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(Math.max(1, view.page), pages);
  return {
    rows: sortRows(matching, view.sort, view.descending).slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    matched: matching.length,
    page,
    pages,
  };
}

/** Counts all rows by state, in the usual order of states, without empty ones. */
export function countByState(rows: readonly EndpointRow[]): Array<Count<EndpointStatus>> {
  const counts = new Map<EndpointStatus, number>();
  rows.forEach(({ status }) => counts.set(status, (counts.get(status) ?? 0) + 1));
  return endpointStatuses
    .filter((status) => counts.has(status))
    .map((status) => ({ key: status, title: statusTitle(status), count: counts.get(status) ?? 0 }));
}

/** Counts all rows by kind of target, by title, without empty ones. */
export function countByKind(rows: readonly EndpointRow[]): Array<Count<string>> {
  const counts = new Map<string, Count<string>>();
  for (const { kind } of rows) {
    const entry = counts.get(kind.key) ?? { key: kind.key, title: kind.title, count: 0 };
    entry.count++;
    counts.set(kind.key, entry);
  }
  return [...counts.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}
