import * as z from 'zod/mini';
import { type Place } from '../domain/place';
import { type DataSourceIdentity } from '../domain/settings/sharedIdentity';
import { type DataSourceClient } from './dataSourceClient';
import { localDataSources } from './localDataSources';
import { remoteDataSources } from './remoteDataSources';
import { grafanaRequest } from './request';

/** The data sources of a place: one interface, whichever Grafana they live in. */
export function dataSourcesAt(place: Place): DataSourceClient {
  return place === 'local' ? localDataSources : remoteDataSources;
}

const list = z.array(z.object({ uid: z.string(), name: z.string(), type: z.string(), jsonData: z.nullish(z.json()) }));

/** How the data sources of this Grafana sign in, as far as the signed-in user may see them. */
export async function fetchDataSourceIdentities(signal?: AbortSignal): Promise<DataSourceIdentity[]> {
  const found = await grafanaRequest(list, { url: '/api/datasources', method: 'GET', abortSignal: signal });
  return found.map(({ name, type, jsonData }) => ({ name, type, jsonData: jsonData ?? null }));
}
