import { type QueryClient } from '@tanstack/react-query';
import { type DataSourceRead } from '../api/dataSourceClient';
import { type DataSource } from '../domain/address/dataSource';
import { type Place } from '../domain/place';
import { keys } from './keys';

/** Puts a data source as it was just read or written into what was read before, so that nothing is read twice. */
export function noteDataSource(client: QueryClient, place: Place, now: DataSource): void {
  client.setQueryData<DataSource[]>(keys.dataSources(place), (list) =>
    list?.some(({ uid }) => uid === now.uid)
      ? list.map((one) => (one.uid === now.uid ? now : one))
      : list && [...list, now]
  );
  client.setQueryData<DataSourceRead>(keys.dataSource(place, now.uid), (read) => read && { ...read, dataSource: now });
}
