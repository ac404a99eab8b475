import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BackendError } from '../api/errors';
import { type Endpoint } from '../domain/endpoint';
import { statusOf } from '../domain/state/status';
import { type Workspace } from '../domain/workspace';
import { keys } from './keys';
import { useKeptItems } from './keptItems';
import { type KnownView, readTargetView, targetViews, validView, viewId } from './targetViews';

/**
 * What the target says of an endpoint: read when its page opens, and shown as the newest read of any tab. Undefined
 * until it was read, or where it no longer holds.
 */
export function useTargetView(workspace: Workspace | undefined, endpoint: Endpoint) {
  const kept = useKeptItems(targetViews, workspace?.id ?? '');
  // Before the endpoint exists, its request can't have reached the target.
  const canBeRead = workspace !== undefined && statusOf(endpoint) !== 'creating';
  const { isFetching, error, refetch } = useQuery<KnownView, BackendError>({
    // Another own view, or another request under the name, is another question.
    queryKey: [...keys.connection(endpoint.name), endpoint.connectionState, endpoint.requestMessage],
    queryFn: () => readTargetView(workspace as Workspace, endpoint),
    enabled: canBeRead,
  });
  const view = validView(kept.find(({ id }) => id === viewId(endpoint.name))?.value, endpoint);
  return { view, isReading: isFetching, error, readAgain: () => void (canBeRead && refetch()) };
}

/** The targets' views that are known of many endpoints. */
export function useTargetViews(workspaceId: string): (endpoint: Endpoint) => KnownView | undefined {
  const kept = useKeptItems(targetViews, workspaceId);
  return useMemo(() => {
    const byId = new Map(kept.map(({ id, value }) => [id, value]));
    return (endpoint) => validView(byId.get(viewId(endpoint.name)), endpoint);
  }, [kept]);
}
