import { act, waitFor } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { PLUGIN_ID } from '../constants';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { demoSetup, demoWorkspace } from '../test/fixtures';
import { answers, fails, hangs, settingsStore } from '../test/handlers';
import { renderHook } from '../test/renderHook';
import { requestsSeen, server } from '../test/server';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { useKnownPlace, usePlace, useSaveSettings, useTestSettings, useWorkspaceId } from './workspace';

const OWN = window.location.origin;
const OTHER = demoWorkspace.endpoint;

/** What the hook says once workspace and settings were read. */
async function placeWith(endpoint: string, place?: 'local' | 'remote') {
  server.use(answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint } }));
  server.use(...settingsStore({ enabled: true, pinned: true, jsonData: { place }, secrets: [] }));
  const { result } = renderHook(() => usePlace());
  await waitFor(() => expect(result.current).toBeDefined());
  return result.current!;
}

describe('the place', () => {
  it.each([
    [OWN, undefined, 'local', true, '/connections/datasources/edit/a%2Fb'],
    [OTHER, undefined, 'remote', true, `${OTHER}/connections/datasources/edit/a%2Fb`],
    [OTHER, 'local', 'local', false, '/connections/datasources/edit/a%2Fb'],
    [OWN, 'local', 'local', true, '/connections/datasources/edit/a%2Fb'],
    [`${OTHER}/some/path?q`, 'remote', 'remote', true, `${OTHER}/connections/datasources/edit/a%2Fb`],
    // Anything but a web origin must not become a link.
    ['http://plain.example', 'remote', 'remote', true, '/connections/datasources/edit/a%2Fb'],
    ['javascript:alert(1)', 'remote', 'remote', true, '/connections/datasources/edit/a%2Fb'],
    ['', 'remote', 'remote', true, '/connections/datasources/edit/a%2Fb'],
  ] as const)('of a workspace at %j, set to %s', async (endpoint, setting, place, insideManagedNetwork, href) => {
    const found = await placeWith(endpoint, setting);
    expect(found).toMatchObject({ place, insideManagedNetwork });
    expect(found.settingsHref('a/b')).toBe(href);
  });

  const settingsAnswer = (answer: () => Promise<HttpResponse<JsonBodyType>>) =>
    http.get(`*/api/plugins/${PLUGIN_ID}/settings`, answer);

  it.each([
    ['workspace', hangs('GET /workspace'), queries.settings],
    ['settings', settingsAnswer(() => new Promise(() => undefined)), queries.workspace],
  ] as const)('isn’t known while this is read: %s', async (_, never, other) => {
    server.use(never);
    const { result, rerender } = renderHook(() => usePlace());
    await waitFor(() => expect(queryClient.getQueryData(other.queryKey)).toBeDefined());
    rerender();
    expect(result.current).toBeUndefined();
  });

  it('is found without the settings where they can not be read', async () => {
    server.use(settingsAnswer(() => Promise.resolve(HttpResponse.json({ message: 'No.' }, { status: 500 }))));
    const { result } = renderHook(() => usePlace());
    await waitFor(() => expect(result.current?.place).toBe('remote'));
  });

  it('stops what needs it until it is known: data sources of another are never touched', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => renderHook(() => useKnownPlace())).toThrow('not known yet');
    error.mockRestore();
  });

  it('stays the same while nothing changes, and follows the setting', async () => {
    await placeWith(OTHER);
    const { result, rerender } = renderHook(() => useKnownPlace());
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
    const settings = queryClient.getQueryData(queries.settings.queryKey)!;
    act(() => void queryClient.setQueryData(queries.settings.queryKey, { ...settings, jsonData: { place: 'local' } }));
    await waitFor(() => expect(result.current.place).toBe('local'));
  });
});

it('names the workspace for what is kept, once it is read', async () => {
  const { result } = renderHook(() => useWorkspaceId());
  expect(result.current).toBe('');
  await waitFor(() => expect(result.current).toBe(`${sampleWorkspaceId}@${demoWorkspace.createdAt}`));
});

describe('saving the settings', () => {
  const change = { jsonData: { workspaceId: 'w2' }, secrets: {}, removeExposed: false };
  const stored = () => ({ enabled: true, pinned: true, jsonData: { workspaceId: 'w' }, secrets: [] });
  const idOf = () => queryClient.getQueryData(queries.settings.queryKey)?.jsonData.workspaceId;

  /** Settings are shown, and something of Azure that was read under them. */
  async function open(loadsAnew?: boolean) {
    const store = stored();
    server.use(...settingsStore(store));
    await queryClient.fetchQuery(queries.settings);
    await queryClient.fetchQuery(queries.endpoints);
    await queryClient.fetchQuery(queries.signIn);
    const { result } = renderHook(() => ({
      save: useSaveSettings(loadsAnew === undefined ? undefined : { loadsAnew }),
      test: useTestSettings(),
      place: usePlace(),
    }));
    await waitFor(() => expect(result.current.place).toBeDefined());
    return { store, result };
  }

  it('forgets what was read under the old ones, and has the new ones when it is done', async () => {
    const { store, result } = await open();
    server.use(hangs('GET /workspace'));
    await act(() => result.current.save.mutateAsync(change));
    expect(store.jsonData).toMatchObject({ workspaceId: 'w2' });
    expect(idOf()).toBe('w2');
    expect(queryClient.getQueryData(queries.endpoints.queryKey)).toBeUndefined();
    expect(queryClient.getQueryData(queries.workspace.queryKey)).toBeUndefined();
    // That is of this Grafana, whatever the settings.
    expect(queryClient.getQueryData(queries.signIn.queryKey)).toBeDefined();
  });

  it('reads nothing where the page is loaded anew', async () => {
    const { store, result } = await open(true);
    const reads = () => requestsSeen().filter(({ path }) => path.includes('/resources/')).length;
    const before = reads();
    await act(() => result.current.save.mutateAsync(change));
    expect(store.jsonData).toMatchObject({ workspaceId: 'w2' });
    expect([reads(), idOf()]).toEqual([before, 'w']);
    expect(queryClient.getQueryData(queries.endpoints.queryKey)).toBeDefined();
  });

  it('tests them as they were just saved', async () => {
    const { result } = await open();
    server.use(answers('GET /setup', { checks: [] }));
    expect(await result.current.test()).toEqual([]);
    server.use(answers('GET /setup', demoSetup));
    await act(() => result.current.save.mutateAsync(change));
    expect(await result.current.test()).toMatchObject(demoSetup.checks);
    queryClient.removeQueries(queries.setup);
    server.use(fails('GET /setup', 502, { code: 'azure_unavailable', message: 'No.' }));
    await expect(result.current.test()).rejects.toMatchObject({ failure: { code: 'azure_unavailable' } });
  });
});
