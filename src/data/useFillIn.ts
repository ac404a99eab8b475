import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { dataSourcesAt } from '../api/dataSources';
import { type DataSourceRead, type FillRequest } from '../api/dataSourceClient';
import { toBackendError } from '../api/errors';
import { type Difference, jsonDifferences } from '../domain/address/jsonDifferences';
import { type Failure } from '../domain/failure';
import { type FillReceipt } from '../domain/fillIn/undo';
import { type HealthAnswer } from '../domain/health/healthAnswer';
import { noteDataSource } from './dataSources';
import { keepReceipt, settlePlannedUpdate } from './keptFills';
import { queries } from './queries';
import { readAgain } from './useChange';
import { useKnownPlace, useWorkspaceId } from './workspace';

export { type FillRequest };

/**
 * How filling in one data source went.
 * - `changed`: someone else was faster; it was read again, `differences` says what they changed.
 * - `failed`: nothing is known to be written; `failure` says why.
 */
export type FillProgress =
  | { state: 'waiting' | 'writing' }
  | { state: 'changed'; failure: Failure; differences: Difference[] }
  | { state: 'failed'; failure: Failure }
  | { state: 'written'; receipt: FillReceipt; endpointChanged?: Failure };

/** Fills an endpoint into data sources, one after the other: each has an outcome of its own, and one that fails stops no other. */
export function useFillIn() {
  const workspaceId = useWorkspaceId();
  const { place } = useKnownPlace();
  const client = useQueryClient();
  const [progress, setProgress] = useState<ReadonlyMap<string, FillProgress>>(new Map());
  const note = useCallback(
    (uid: string, now: FillProgress) => setProgress((before) => new Map(before).set(uid, now)),
    []
  );

  const fillOne = useCallback(
    async (request: FillRequest): Promise<FillProgress> => {
      const { uid } = request.dataSource;
      try {
        const { dataSource, receipt, endpointChanged } = await dataSourcesAt(place).fill(request);
        const kept = { ...receipt, place, endpoint: request.endpoint.name };
        keepReceipt(workspaceId, kept);
        settlePlannedUpdate(workspaceId, kept);
        noteDataSource(client, place, dataSource);
        if (endpointChanged) {
          readAgain(client);
        }
        return { state: 'written', receipt, endpointChanged };
      } catch (thrown) {
        const { failure } = toBackendError(thrown);
        return failure.code === 'datasource_conflict' ? readSource(request, failure) : { state: 'failed', failure };
      }
      async function readSource(shown: FillRequest, failure: Failure): Promise<FillProgress> {
        try {
          const now = await dataSourcesAt(place).read(uid);
          client.setQueryData<DataSourceRead>(queries.dataSource(place, uid).queryKey, now);
          noteDataSource(client, place, now.dataSource);
          return { state: 'changed', failure, differences: whatChanged(shown, now) };
        } catch (thrown) {
          return { state: 'failed', failure: toBackendError(thrown).failure };
        }
      }
    },
    [client, place, workspaceId]
  );

  const start = useCallback(
    async (requests: readonly FillRequest[]) => {
      requests.forEach(({ dataSource }) => note(dataSource.uid, { state: 'waiting' }));
      for (const request of requests) {
        note(request.dataSource.uid, { state: 'writing' });
        note(request.dataSource.uid, await fillOne(request));
      }
    },
    [fillOne, note]
  );
  const forget = useCallback(
    (uid: string) => setProgress((before) => new Map([...before].filter(([key]) => key !== uid))),
    []
  );
  return { progress, start, forget };
}

/** What the health checks say of those that were written, by uid; the same checks that are shown beside each. */
export function useHealthOfFills(progress: ReadonlyMap<string, FillProgress>): ReadonlyMap<string, TestOutcome> {
  const { place } = useKnownPlace();
  const written = [...progress].flatMap(([uid, one]) => (one.state === 'written' ? [{ uid, at: one.receipt.at }] : []));
  return useQueries({
    queries: written.map(({ uid, at }) => queries.health(place, uid, at)),
    combine: (results) =>
      new Map(results.map(({ data, isPending }, i) => [written[i]?.uid ?? '', outcomeOf(data, isPending)])),
  });
}

/** How the test of a change went. */
export type TestOutcome = 'running' | 'passed' | 'failed' | 'unknown';

function outcomeOf(health: HealthAnswer | undefined, isPending: boolean): TestOutcome {
  if (isPending) {
    return 'running';
  }
  return health?.status === 'ok' ? 'passed' : health?.status === 'error' ? 'failed' : 'unknown';
}

// The version counts changes; it is none itself.
function whatChanged({ dataSource }: FillRequest, now: DataSourceRead): Difference[] {
  return jsonDifferences(dataSource, now.dataSource).filter(({ path }) => path !== 'version');
}
