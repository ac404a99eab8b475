import { type Place } from '../domain/place';
import { type DataSourceClient } from './dataSourceClient';
import { insideDataSources } from './dataSourcesInside';
import { towerDataSources } from './dataSourcesTower';

/** The data sources of a place: one interface, whichever Grafana they live in. */
export function dataSourcesAt(place: Place): DataSourceClient {
  return place === 'inside' ? insideDataSources : towerDataSources;
}
