import { type DataSourceWay, dataSourceWays } from '../advice/dataSourceWay';

/** Columns the list of data sources can be sorted by. */
export const sourceColumns = ['way', 'name', 'type', 'address'] as const;
/** One of the sortable columns. */
export type SourceColumn = (typeof sourceColumns)[number];

/** What a user chose to see of the data sources. It is kept in the URL. */
export interface SourceView {
  /** Words that must all occur. */
  search: string;
  sort: SourceColumn;
  descending: boolean;
  /** Empty means all. */
  ways: DataSourceWay[];
  /** Plugin ids; empty means all. */
  types: string[];
  /** Counts from 1. */
  page: number;
}

/** The list as it opens: what needs attention first. */
export const defaultSourceView: SourceView = {
  search: '',
  sort: 'way',
  descending: false,
  ways: [],
  types: [],
  page: 1,
};

/** Reads a view from a query string; what makes no sense falls back to the default, so an old link never breaks. */
export function sourceViewFromQuery(query: string): SourceView {
  const params = new URLSearchParams(query);
  const sort = params.get('sort') ?? '';
  const column = sourceColumns.find((name) => name === sort.replace(/^-/, ''));
  return {
    search: params.get('q') ?? '',
    sort: column ?? defaultSourceView.sort,
    descending: column !== undefined && sort.startsWith('-'),
    ways: dataSourceWays.filter((way) => params.getAll('way').includes(way)),
    types: [...new Set(params.getAll('type'))].filter(Boolean),
    page: /^[1-9]\d{0,5}$/.test(params.get('p') ?? '') ? Number(params.get('p')) : 1,
  };
}

/** Writes a view as a query string without "?"; '' for the default view. Reads back to the same view. */
export function sourceViewToQuery(view: SourceView): string {
  const params = new URLSearchParams();
  if (view.search) {
    params.set('q', view.search);
  }
  if (view.sort !== defaultSourceView.sort || view.descending) {
    params.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  }
  dataSourceWays.filter((way) => view.ways.includes(way)).forEach((way) => params.append('way', way));
  view.types.forEach((type) => params.append('type', type));
  if (view.page > 1) {
    params.set('p', String(view.page));
  }
  return params.toString();
}

/** Changes a view; anything but a page change starts again at the first page. */
export function changeSourceView(view: SourceView, change: Partial<SourceView>): SourceView {
  return { ...view, page: 1, ...change };
}
