import { type DataSourceWay, dataSourceWays, wayOf, wayTitles } from '../advice/dataSourceWay';
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
  way: DataSourceWay;
  reason: string;
  /** The endpoints that its address leads to, usable ones first. */
  matches: Match[];
  /** Lower-case text that the search looks into. */
  searchText: string;
}

/** What data sources can be sorted by. */
export type SourceColumn = 'way' | 'name' | 'type' | 'address';

/** How data sources are listed: what needs attention first. */
export const sourceList: ListOf<SourceRow, SourceColumn, DataSourceWay> = {
  sortKeys: {
    way: ({ way }) => dataSourceWays.indexOf(way),
    name: ({ dataSource }) => dataSource.name,
    type: ({ typeName }) => typeName,
    address: ({ address }) => address,
  },
  firstSort: 'way',
  nameOf: ({ dataSource }) => dataSource.name,
  states: dataSourceWays,
  stateOf: ({ way }) => way,
  titleOf: (way) => wayTitles[way],
  kindOf: ({ dataSource, typeName }) => ({ key: dataSource.type, title: typeName }),
  params: { states: 'way', kinds: 'type' },
};

/** Prepares data sources for the list. Time grows with their number. */
export function sourceRows(dataSources: readonly DataSource[], matching: Matching): SourceRow[] {
  return dataSources.map((dataSource) => {
    const matches = matching.byDataSource.get(dataSource.uid) ?? [];
    const { way, reason } = wayOf(dataSource, matches);
    const typeName = dataSourceName(dataSource.type);
    const address = shownAddress(dataSource);
    const endpoints = matches.map((match) => match.endpoint.name);
    const searchText = [
      dataSource.name,
      dataSource.uid,
      dataSource.type,
      typeName,
      address,
      wayTitles[way],
      ...endpoints,
    ]
      .join('\n')
      .toLowerCase();
    return { dataSource, typeName, address, way, reason, matches, searchText };
  });
}
