import { act, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { demoWorkspace, INFLUX, ORDERS } from '../test/fixtures';
import { answers, hangs, settingsStore } from '../test/handlers';
import { renderHook, standIn } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { useConfirmHost, useEndpoint, useEndpoints } from './confirmedHosts';
import { queries } from './queries';
import { queryClient } from './queryClient';

const confirmed = (host: string, targetId = INFLUX.targetId) => ({ workspaceId: sampleWorkspaceId, targetId, host });

/** What Grafana stores of the app, with names that admins confirmed. */
function store(confirmedHosts?: object[]) {
  const stored = { enabled: true, pinned: true, jsonData: { workspaceId: 'w', confirmedHosts }, secrets: [] };
  server.use(...settingsStore(stored), answers('GET /endpoints', { endpoints: [INFLUX, ORDERS] }));
  return stored;
}

describe('endpoints', () => {
  it('come with the names that were confirmed for their targets in this workspace', async () => {
    store([confirmed('a.contoso.com'), { ...confirmed('b.contoso.com'), workspaceId: `${sampleWorkspaceId}-2` }]);
    await standIn('remote');
    const { result } = renderHook(() => useEndpoints());
    await waitFor(() =>
      expect(result.current.data).toEqual([{ ...INFLUX, confirmedHosts: ['a.contoso.com'] }, ORDERS])
    );
  });

  it('are as they were read where none is confirmed, or it isn’t known yet', async () => {
    store();
    server.use(hangs('GET /workspace'));
    const { result } = renderHook(() => useEndpoints());
    await waitFor(() => expect(result.current.data).toEqual([INFLUX, ORDERS]));
    act(() => void queryClient.setQueryData(queries.workspace.queryKey, demoWorkspace));
    expect(result.current.data).toEqual([INFLUX, ORDERS]);
  });

  it('get a name as soon as it is confirmed, and lose it', async () => {
    const stored = store([confirmed('theirs.contoso.com', ORDERS.targetId)]);
    await standIn('remote');
    const { result } = renderHook(() => ({ endpoints: useEndpoints().data, confirm: useConfirmHost() }));
    const names = () => result.current.endpoints?.map(({ confirmedHosts }) => confirmedHosts);
    await waitFor(() => expect(names()).toEqual([undefined, ['theirs.contoso.com']]));
    const change = (isConfirmed: boolean) =>
      act(() => result.current.confirm.mutateAsync({ ...confirmed('ours.contoso.com'), isConfirmed }));
    await change(true);
    await waitFor(() => expect(names()).toEqual([['ours.contoso.com'], ['theirs.contoso.com']]));
    await change(false);
    await waitFor(() => expect(names()).toEqual([undefined, ['theirs.contoso.com']]));
    expect(stored.jsonData).toMatchObject({ workspaceId: 'w' });
  });
});

describe('an endpoint', () => {
  it('is what the list knew of it until it is read, with its names', async () => {
    store([confirmed('a.contoso.com')]);
    await standIn('remote');
    await queryClient.fetchQuery(queries.endpoints);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    server.use(
      http.get('*/resources/endpoints/:name', async () => {
        await held;
        return HttpResponse.json({ endpoint: { ...INFLUX, privateIp: '10.0.0.77' } });
      })
    );
    const { result } = renderHook(() => useEndpoint('Influx'));
    expect(result.current).toMatchObject({
      isPlaceholderData: true,
      data: { ...INFLUX, confirmedHosts: ['a.contoso.com'] },
    });
    answer();
    await waitFor(() =>
      expect(result.current.data).toEqual({ ...INFLUX, privateIp: '10.0.0.77', confirmedHosts: ['a.contoso.com'] })
    );
  });

  it('gets a name as soon as it is confirmed', async () => {
    store();
    server.use(answers('GET /endpoints/:name', { endpoint: INFLUX }));
    await standIn('remote');
    const { result } = renderHook(() => ({ endpoint: useEndpoint('influx').data, confirm: useConfirmHost() }));
    await waitFor(() => expect(result.current.endpoint).toEqual(INFLUX));
    await act(() => result.current.confirm.mutateAsync({ ...confirmed('ours.contoso.com'), isConfirmed: true }));
    await waitFor(() => expect(result.current.endpoint?.confirmedHosts).toEqual(['ours.contoso.com']));
  });

  it('is nothing where the list does not know it', async () => {
    store();
    await standIn('remote');
    server.use(hangs('GET /endpoints/:name'));
    expect(renderHook(() => useEndpoint('influx')).result.current.data).toBeUndefined();
    await queryClient.fetchQuery(queries.endpoints);
    expect(renderHook(() => useEndpoint('loki')).result.current.data).toBeUndefined();
  });
});

describe('confirming', () => {
  it('goes one at a time: Grafana stores all settings at once', async () => {
    const stored = store();
    await standIn('remote');
    const [first, second] = [renderHook(() => useConfirmHost()), renderHook(() => useConfirmHost())];
    await act(() =>
      Promise.all(
        [first, second].map(({ result }, n) =>
          result.current.mutateAsync({ ...confirmed(`h${n}.contoso.com`), isConfirmed: true })
        )
      )
    );
    expect(stored.jsonData.confirmedHosts).toEqual([confirmed('h0.contoso.com'), confirmed('h1.contoso.com')]);
  });

  it('reads what is stored again where it fails: someone may have changed it', async () => {
    const stored = store();
    await standIn('remote');
    const { result } = renderHook(() => ({ confirm: useConfirmHost(), endpoints: useEndpoints().data }));
    await waitFor(() => expect(result.current.endpoints).toBeDefined());
    server.use(http.post('*/api/plugins/:id/settings', () => HttpResponse.json({ message: 'No.' }, { status: 403 })));
    stored.jsonData.confirmedHosts = [confirmed('theirs.contoso.com')];
    const confirmation = { ...confirmed('ours.contoso.com'), isConfirmed: true };
    await act(() => result.current.confirm.mutateAsync(confirmation).catch(() => undefined));
    await waitFor(() => expect(result.current.endpoints?.[0]?.confirmedHosts).toEqual(['theirs.contoso.com']));
    expect(requestsSeen().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
