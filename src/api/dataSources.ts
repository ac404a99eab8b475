import { type Place } from '../domain/place';
import { type DataSourceClient } from './dataSourceClient';
import { localDataSources } from './localDataSources';
import { remoteDataSources } from './remoteDataSources';

/** The data sources of a place: one interface, whichever Grafana they live in. */
export function dataSourcesAt(place: Place): DataSourceClient {
  return place === 'local' ? localDataSources : remoteDataSources;
}
