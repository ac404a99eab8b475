import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { type CreateDataSourceRequest } from '../api/dataSourceClient';
import { type BackendError } from '../api/errors';
import { type DataSource } from '../domain/address/dataSource';
import { type Place } from '../domain/place';
import { noteDataSource } from './dataSourceCache';

/** Creates a data source over an endpoint. */
export function useCreateDataSource(place: Place) {
  const client = useQueryClient();
  return useMutation<DataSource, BackendError, CreateDataSourceRequest>({
    mutationFn: (request) => dataSourcesAt(place).create(request),
    onSuccess: (dataSource) => noteDataSource(client, place, dataSource),
  });
}
