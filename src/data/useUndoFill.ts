import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { type BackendError } from '../api/errors';
import { type DataSource } from '../domain/address/dataSource';
import { noteDataSource } from './dataSourceCache';
import { forgetReceipt, type KeptReceipt } from './fillReceipts';

/** Takes a change back; refused when somebody changed the data source since. */
export function useUndoFill(workspaceId: string) {
  const client = useQueryClient();
  return useMutation<DataSource, BackendError, KeptReceipt>({
    mutationFn: (receipt) => dataSourcesAt(receipt.place).undo(receipt),
    onSuccess: (dataSource, { place, uid }) => {
      forgetReceipt(workspaceId, place, uid);
      noteDataSource(client, place, dataSource);
    },
  });
}
