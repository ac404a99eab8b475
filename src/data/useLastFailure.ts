import { type Failure } from '../domain/failure';
import { useKeptItems } from './keptItems';
import { operations } from './operations';

/**
 * Why the last write to an endpoint ended badly, as far as this browser followed it; undefined where it didn't, or the
 * last one it knows of ended well. Azure keeps no reason on the endpoint.
 */
export function useLastFailure(workspaceId: string, name: string): Failure | undefined {
  const last = useKeptItems(operations, workspaceId)
    .map(({ value }) => value)
    .filter(({ kind, name: one }) => kind !== 'delete' && one.toLowerCase() === name.toLowerCase())
    .sort((a, b) => b.startedAt - a.startedAt)[0];
  if (!last || !['failed', 'canceled'].includes(last.status)) {
    return undefined;
  }
  return last.error ?? (last.failure ? { code: '', message: last.failure } : undefined);
}
