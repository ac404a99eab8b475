import { act, renderHook } from '@testing-library/react';
import * as z from 'zod/mini';
import { storageKey } from './browserStorage';
import { keptItems, useKeptItems } from './keptItems';

const WORKSPACE = '/subscriptions/s/resourceGroups/r/providers/Microsoft.Dashboard/grafana/w';
const items = keptItems('things', z.object({ n: z.number() }));
const others = keptItems('things-else', z.object({ n: z.number() }));

it('keeps items apart by sort, workspace and id, whatever the id holds', () => {
  const odd = 'a~b:c/d?é %';
  items.put(WORKSPACE, 'two', { n: 2 });
  items.put(WORKSPACE, odd, { n: 1 });
  items.put(`${WORKSPACE}2`, 'two', { n: 3 });
  others.put(WORKSPACE, 'three', { n: 4 });
  items.put('', 'four', { n: 5 });
  expect(localStorage).toHaveLength(4);
  expect(items.find(WORKSPACE, 'two')).toEqual({ n: 2 });
  expect(items.all(WORKSPACE)).toEqual([
    { id: odd, value: { n: 1 } },
    { id: 'two', value: { n: 2 } },
  ]);
  items.remove(WORKSPACE, odd);
  expect(items.all(WORKSPACE.toUpperCase()).map(({ id }) => id)).toEqual(['two']);
  expect(items.find(`${WORKSPACE}2`, 'two')).toEqual({ n: 3 });
  expect(items.all('')).toEqual([]);
});

it('shows what another tab did, and leaves out what it can not read', () => {
  const { result } = renderHook(() => useKeptItems(items, WORKSPACE));
  const first = result.current;
  const write = (id: string, value: unknown) => {
    const key = storageKey(`things~${id}`, WORKSPACE);
    localStorage.setItem(key, JSON.stringify({ savedAt: Date.now(), value }));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
  };
  write('good', { n: 5 });
  write('bad', { n: 'five' });
  localStorage.setItem(storageKey('things~worse', WORKSPACE), '{');
  expect(result.current).toEqual([{ id: 'good', value: { n: 5 } }]);
  expect(result.current).not.toBe(first);
});

it('shows the things of another workspace once that is asked for', () => {
  items.put(`${WORKSPACE}2`, 'other', { n: 6 });
  const { result, rerender } = renderHook(({ id }) => useKeptItems(items, id), { initialProps: { id: WORKSPACE } });
  expect(result.current).toEqual([]);
  rerender({ id: `${WORKSPACE}2` });
  expect(result.current).toEqual([{ id: 'other', value: { n: 6 } }]);
});

it('leaves out names that someone wrote by hand', () => {
  const keep = (name: string) =>
    localStorage.setItem(storageKey(name, WORKSPACE), JSON.stringify({ savedAt: Date.now(), value: { n: 7 } }));
  ['things~%zz', 'things~%E0%A4%A', 'things~', 'things~a~b', 'things~\ud800'].forEach(keep);
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  items.put(WORKSPACE, 'mine', { n: 1 });
  expect(items.find(WORKSPACE, 'mine')).toEqual({ n: 1 });
  expect(items.all(WORKSPACE).map(({ id }) => id)).toEqual(['mine', '\ud800']);
  localStorage.clear();
});

it('shows a thing once where the browser refuses its newer form', () => {
  items.put(WORKSPACE, 'grows', { n: 1 });
  const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  items.put(WORKSPACE, 'grows', { n: 2 });
  set.mockRestore();
  expect(items.all(WORKSPACE).filter(({ id }) => id === 'grows')).toEqual([{ id: 'grows', value: { n: 2 } }]);
  items.remove(WORKSPACE, 'grows');
  expect(items.find(WORKSPACE, 'grows')).toBeUndefined();
});

it('stays the same array while other sorts change', () => {
  items.put(WORKSPACE, 'one', { n: 1 });
  const before = items.all(WORKSPACE);
  others.put(WORKSPACE, 'one', { n: 2 });
  for (const key of ['grafana.navigation', 'another-app:things~one', storageKey('things-else~one', WORKSPACE)]) {
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }
  expect(items.all(WORKSPACE)).toBe(before);
});

it('lasts as long as the page where the browser stores nothing', () => {
  const set = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  items.put(WORKSPACE, 'volatile', { n: 9 });
  expect(items.find(WORKSPACE, 'volatile')).toEqual({ n: 9 });
  items.remove(WORKSPACE, 'volatile');
  expect(items.find(WORKSPACE, 'volatile')).toBeUndefined();
  set.mockRestore();
});
