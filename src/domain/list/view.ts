import { type EndpointStatus, endpointStatuses } from '../state/status';

/** What the list can be sorted by: `need` puts first what a person has to act on, the others are columns. */
export const sortColumns = [
  'need',
  'name',
  'target',
  'subResource',
  'state',
  'domainName',
  'privateIp',
  'age',
] as const;
/** One of them. */
export type SortColumn = (typeof sortColumns)[number];

/** What a user chose to see. It is kept in the URL. */
export interface ListView {
  /** Words that must all occur. */
  search: string;
  sort: SortColumn;
  descending: boolean;
  /** Empty means all. */
  states: EndpointStatus[];
  /** Keys of KindLabel; empty means all. */
  kinds: string[];
  /** Counts from 1. */
  page: number;
}

/** Rows on one page. */
export const pageSize = 25;

/** The list as it opens. */
export const defaultListView: ListView = {
  search: '',
  sort: 'need',
  descending: false,
  states: [],
  kinds: [],
  page: 1,
};

/** The query parameters that hold a view. `page` is not among them: Grafana's configuration page uses it for its tabs. */
export const listViewParams = ['q', 'sort', 'state', 'kind', 'p'] as const;

/** Reads a view from a query string; what makes no sense falls back to the default, so an old link never breaks. */
export function listViewFromQuery(query: string): ListView {
  const params = new URLSearchParams(query);
  const sort = params.get('sort') ?? '';
  const column = sort.replace(/^-/, '');
  const known = isSortColumn(column);
  return {
    search: params.get('q') ?? '',
    sort: known ? column : defaultListView.sort,
    // What needs somebody never comes last.
    descending: known && column !== 'need' && sort.startsWith('-'),
    states: unique(params.getAll('state')).filter(isStatus),
    kinds: unique(params.getAll('kind')).filter((kind) => kind !== ''),
    page: pageNumber(params.get('p')),
  };
}

/** Writes a view as a query string without "?"; '' for the default view. Reads back to the same view. */
export function listViewToQuery(view: ListView): string {
  const params = new URLSearchParams();
  if (view.search) {
    params.set('q', view.search);
  }
  if (view.sort !== defaultListView.sort || view.descending) {
    params.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  }
  view.states.forEach((state) => params.append('state', state));
  view.kinds.forEach((kind) => params.append('kind', kind));
  if (view.page > 1) {
    params.set('p', String(view.page));
  }
  return params.toString();
}

/** True when the view hides rows. */
export function isFiltered(view: ListView): boolean {
  return view.search.trim() !== '' || view.states.length > 0 || view.kinds.length > 0;
}

/** Changes a view; anything but a page change starts again at the first page. */
export function changeListView(view: ListView, change: Partial<ListView>): ListView {
  return { ...view, page: 1, ...change };
}

function isSortColumn(text: string): text is SortColumn {
  return (sortColumns as readonly string[]).includes(text);
}

function isStatus(text: string): text is EndpointStatus {
  return (endpointStatuses as readonly string[]).includes(text);
}

function pageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
