import { act, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { INFLUX } from '../test/fixtures';
import { hangs, settingsStore } from '../test/handlers';
import { renderHook, standIn } from '../test/renderHook';
import { server } from '../test/server';
import { useConfirmHost } from './confirmedHosts';
import { usePublicMarks, useSetPublicMark } from './publicMarks';
import { queries } from './queries';
import { queryClient } from './queryClient';
import { usePlace } from './workspace';

function store(publicOnPurpose?: object) {
  const stored = { enabled: true, pinned: true, jsonData: { workspaceId: 'w', publicOnPurpose }, secrets: [] };
  server.use(...settingsStore(stored));
  return stored;
}

const open = () => renderHook(() => ({ marks: [...usePublicMarks()], set: useSetPublicMark() }));

it.each([
  ['local', ['a', 'b']],
  ['remote', ['c']],
] as const)('belongs to the data sources of one Grafana: %s', async (place, expected) => {
  store({ local: ['a', 'b'], remote: ['c'] });
  await standIn(place);
  expect(open().result.current.marks).toEqual(expected);
});

it('is none before the place is known', async () => {
  store({ local: ['a'], remote: ['c'] });
  server.use(hangs('GET /workspace'));
  const { result } = open();
  await queryClient.fetchQuery(queries.settings);
  expect(result.current.marks).toEqual([]);
});

it.each([undefined, {}, { remote: ['c'] }])('is none where nobody set one: %j', async (marks) => {
  store(marks);
  await standIn('local');
  expect(open().result.current.marks).toEqual([]);
});

it('is set and taken away for all, and stays the same while nothing changes', async () => {
  const stored = store({ local: ['theirs'] });
  await standIn('local');
  const { result, rerender } = renderHook(() => ({ marks: usePublicMarks(), set: useSetPublicMark() }));
  const set = (isMarked: boolean) => act(() => result.current.set.mutateAsync({ place: 'local', uid: 'a', isMarked }));
  await set(true);
  await waitFor(() => expect([...result.current.marks]).toEqual(['theirs', 'a']));
  const { marks } = result.current;
  rerender();
  expect(result.current.marks).toBe(marks);
  await set(false);
  await waitFor(() => expect([...result.current.marks]).toEqual(['theirs']));
  expect(stored.jsonData).toMatchObject({ workspaceId: 'w', publicOnPurpose: { local: ['theirs'] } });
});

it('is set one at a time: Grafana stores all settings at once', async () => {
  const stored = store();
  await standIn('local');
  const both = [open(), open()];
  await act(() =>
    Promise.all(
      both.map(({ result }, n) => result.current.set.mutateAsync({ place: 'local', uid: `${n}`, isMarked: true }))
    )
  );
  expect(stored.jsonData.publicOnPurpose).toEqual({ local: ['0', '1'] });
});

it('is set before or after a name is confirmed, not meanwhile', async () => {
  const stored = store();
  await standIn('local');
  const { result } = renderHook(() => ({ set: useSetPublicMark(), confirm: useConfirmHost() }));
  const host = { workspaceId: sampleWorkspaceId, targetId: INFLUX.targetId, host: 'a.contoso.com' };
  await act(() =>
    Promise.all([
      result.current.set.mutateAsync({ place: 'local', uid: 'a', isMarked: true }),
      result.current.confirm.mutateAsync({ ...host, isConfirmed: true }),
    ])
  );
  expect(stored.jsonData).toMatchObject({ publicOnPurpose: { local: ['a'] }, confirmedHosts: [host] });
});

it('is none where the settings can not be read', async () => {
  server.use(http.get('*/api/plugins/:id/settings', () => HttpResponse.json({ message: 'No.' }, { status: 500 })));
  const { result } = renderHook(() => ({ marks: [...usePublicMarks()], place: usePlace() }));
  await waitFor(() => expect(result.current.place).toBeDefined());
  expect(result.current.marks).toEqual([]);
});

it('is read again where it could not be set', async () => {
  const stored = store();
  await standIn('local');
  const { result } = open();
  server.use(http.post('*/api/plugins/:id/settings', () => HttpResponse.json({ message: 'No.' }, { status: 403 })));
  stored.jsonData.publicOnPurpose = { local: ['theirs'] };
  await act(() => result.current.set.mutateAsync({ place: 'local', uid: 'a', isMarked: true }).catch(() => undefined));
  await waitFor(() => expect(result.current.marks).toEqual(['theirs']));
});
