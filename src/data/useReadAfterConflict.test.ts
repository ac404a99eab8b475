import { act, waitFor } from '@testing-library/react';
import { type Failure } from '../domain/failure';
import { FakeWorkspace } from '../test/fakeWorkspace';
import { INFLUX, ORDERS } from '../test/fixtures';
import { renderHook } from '../test/renderHook';
import { server } from '../test/server';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useReadAfterConflict } from './useReadAfterConflict';

const refusal = (code: string): Failure => ({ code, message: 'No.' });

let azure: FakeWorkspace;
let read: unknown[];

beforeEach(() => {
  azure = new FakeWorkspace([INFLUX, ORDERS]);
  server.use(...azure.handlers);
  read = [];
  // What was read before the conflict is fresh, and isn't what is needed.
  queryClient.setQueryData(queries.endpoint('influx').queryKey, { ...INFLUX, tags: { old: '1' } });
});

const open = (failure?: Failure) =>
  renderHook(
    (props: { failure: Failure | undefined; name?: string; by?: string }) =>
      useReadAfterConflict(props.failure, props.name ?? 'influx', (now) => read.push(now, props.by)),
    { failure } as { failure: Failure | undefined; name?: string; by?: string }
  );

it.each(['tags_changed', 'domain_name_changed'])('reads an endpoint once after %s', async (code) => {
  const { rerender } = open();
  await act(() => Promise.resolve());
  expect(azure.calls).toEqual([]);
  const failure = refusal(code);
  rerender({ failure });
  // It is handed to who asks now.
  rerender({ failure, by: 'latest' });
  await waitFor(() => expect(read).toEqual([INFLUX, 'latest']));
  rerender({ failure, by: 'later' });
  expect(azure.calls).toEqual(['GET /endpoints/influx']);
  rerender({ failure: refusal(code) });
  await waitFor(() => expect(azure.calls).toHaveLength(2));
});

it('reads the one that the change is about', async () => {
  const failure = refusal('tags_changed');
  const { rerender } = open(failure);
  await waitFor(() => expect(read).toHaveLength(2));
  rerender({ failure, name: 'orders-sql' });
  await waitFor(() => expect(read[2]).toEqual(ORDERS));
});

it('reads nothing after another failure', async () => {
  const { rerender } = open(refusal('azure_forbidden'));
  rerender({ failure: refusal('endpoint_replaced') });
  await act(() => queryClient.fetchQuery(queries.endpoint('orders-sql')));
  expect(azure.calls).toEqual(['GET /endpoints/orders-sql']);
});

it('hands nothing over where it can not be read', async () => {
  azure.endpoints.delete('influx');
  open(refusal('tags_changed'));
  await waitFor(() => expect(queryClient.getQueryState(queries.endpoint('influx').queryKey)?.status).toBe('error'));
  expect(read).toEqual([]);
});
