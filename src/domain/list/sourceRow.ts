import { type NetworkPath, networkPaths, networkPathOf, networkPathTitles } from '../advice/networkPath';
import { shownAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { dataSourceName } from '../catalogue/dataSourceTypes';
import { type Match } from '../matching/matchDataSource';
import { type Matching } from '../matching/matchAll';
import { type ListOf } from './list';

/**
 * One data source with all that the list shows, searches, sorts and filters by; computed once. Advice is worked out for
 * the rows that are shown: of thousands a page shows a few.
 */
export interface SourceRow {
  dataSource: DataSource;
  /** Name of its type for people. */
  typeName: string;
  /** The text of its address; '' where it has none or it isn't known. */
  address: string;
  path: NetworkPath;
  reason: string;
  /** The endpoints that its address leads to, ready ones first. */
  matches: Match[];
  /** Lower-case text that the search looks into. */
  searchText: string;
}

/** What data sources can be sorted by. */
export type SourceColumn = 'path' | 'name' | 'type' | 'address';

/** How data sources are listed: what needs attention first. */
export const sourceList: ListOf<SourceRow, SourceColumn, NetworkPath> = {
  sortKeys: {
    path: ({ path }) => networkPaths.indexOf(path),
    name: ({ dataSource }) => dataSource.name,
    type: ({ typeName }) => typeName,
    address: ({ address }) => address,
  },
  firstSort: 'path',
  nameOf: ({ dataSource }) => dataSource.name,
  states: networkPaths,
  stateOf: ({ path }) => path,
  titleOf: (path) => networkPathTitles[path],
  kindOf: ({ dataSource, typeName }) => ({ key: dataSource.type, title: typeName }),
  // A row is as high as two or three of other lists, and takes as long to draw.
  pageSize: 25,
  params: { states: 'path', kinds: 'type' },
};

/** Prepares data sources for the list; `marked` has the uids of those that are public on purpose. Time grows with their number. */
export function sourceRows(
  dataSources: readonly DataSource[],
  matching: Matching,
  marked: ReadonlySet<string> = new Set()
): SourceRow[] {
  return dataSources.map((dataSource) => {
    const matches = matching.byDataSource.get(dataSource.uid) ?? [];
    const { path, reason } = networkPathOf(dataSource, matches, marked.has(dataSource.uid));
    const typeName = dataSourceName(dataSource.type);
    const address = shownAddress(dataSource);
    const endpoints = matches.map((match) => match.endpoint.name);
    const searchText = [
      dataSource.name,
      dataSource.uid,
      dataSource.type,
      typeName,
      address,
      networkPathTitles[path],
      ...endpoints,
    ]
      .join('\n')
      .toLowerCase();
    return { dataSource, typeName, address, path, reason, matches, searchText };
  });
}
