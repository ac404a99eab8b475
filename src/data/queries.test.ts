import { type QueryFunctionContext } from '@tanstack/react-query';
import { getBackendSrv } from '@grafana/runtime';
import { NEVER } from 'rxjs';
import { sampleTargetId } from '../domain/testing/sampleEndpoint';
import { queryClient } from './queryClient';
import { queries } from './queries';

const { targets, target, endpoint, approval, operation, dataSources, dataSource, wholeDataSources, ...others } =
  queries;
const { health, access, dependents, ...plain } = others;

afterEach(() => jest.restoreAllMocks());

it.each([
  ...Object.entries(plain),
  ['endpoint', endpoint('influx')] as const,
  ['approval', approval('influx', 'c1')] as const,
  ['targets', targets('Microsoft.Sql/servers', 'x')] as const,
  ['target', target(sampleTargetId('Microsoft.Sql/servers', 'x'))] as const,
  ['operation', operation({ kind: 'delete', name: 'influx', statusPath: '', createdAt: '' })] as const,
  ['data sources here', dataSources('local')] as const,
  ['data sources there', dataSources('remote')] as const,
  ['a data source here', dataSource('local', 'a')] as const,
  ['a data source there', dataSource('remote', 'a')] as const,
  ['data sources whole', wholeDataSources('remote', [{ uid: 'a', name: 'A' }])] as const,
  ['health here', health('local', 'a', 0)] as const,
  ['health there', health('remote', 'a', 0)] as const,
  ['access there', access('remote')] as const,
  ['dependents here', dependents('local', [{ uid: 'a', name: 'A' }])] as const,
  ['dependents there', dependents('remote', [{ uid: 'a', name: 'A' }])] as const,
])('%s is called off when nobody waits for it any more', (_, { queryKey, queryFn }) => {
  const fetch = jest.spyOn(getBackendSrv(), 'fetch').mockReturnValue(NEVER);
  const { signal } = new AbortController();
  const read = queryFn as (context: QueryFunctionContext) => Promise<unknown>;
  void read({ client: queryClient, queryKey, signal, meta: undefined });
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0].abortSignal).toBe(signal);
});
