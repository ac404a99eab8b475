import { config } from '@grafana/runtime';
import { drop, dropOld, keep, KEEP_FOR, ownKeys, readKept, storageKey } from './browserStorage';

const WORKSPACE = '/subscriptions/S/resourceGroups/r/providers/Microsoft.Dashboard/grafana/w';
const day = 24 * 60 * 60 * 1000;

afterEach(() => {
  window.localStorage.clear();
  jest.restoreAllMocks();
});

it('names plugin, organization, user and workspace, whatever its casing', () => {
  Object.assign(config.bootData.user, { orgId: 3, id: 7 });
  expect(storageKey('draft', `${WORKSPACE.toUpperCase()}/`)).toBe(
    `azure-privateendpoints-app:org-3:user-7:draft:${WORKSPACE.toLowerCase()}`
  );
});

it('keeps for thirty days', () => {
  const key = storageKey('draft', WORKSPACE);
  expect(keep(key, { name: 'x' }, 0)).toBe(true);
  expect(readKept(key, 30 * day)).toMatchObject({ savedAt: 0, value: { name: 'x' } });
  expect(readKept(key, 30 * day + 1)).toBeUndefined();
  expect(window.localStorage).toHaveLength(0);
});

it('forgets what is no longer wanted', () => {
  keep('k', 1);
  drop('k');
  expect(window.localStorage).toHaveLength(0);
});

it.each(['', 'null', '3', '{', '{"value":1}', '{"savedAt":"now","value":1}', '{"savedAt":9e15}'])(
  'drops what it can not read: %j',
  (text) => {
    const key = storageKey('draft', WORKSPACE);
    window.localStorage.setItem(key, text);
    expect(readKept(key)).toBeUndefined();
    expect(window.localStorage).toHaveLength(0);
  }
);

describe('what another version of the plugin kept', () => {
  const key = storageKey('draft', WORKSPACE);
  const newer = JSON.stringify({ schemaVersion: 2, savedAt: 0, value: { from: 'the future' } });

  it('is read where 0.1.0 kept it, without a schema version', () => {
    window.localStorage.setItem(key, JSON.stringify({ savedAt: 0, value: 'old' }));
    expect(readKept(key, day)?.value).toBe('old');
    expect(keep(key, 'new', day)).toBe(true);
    // What 0.1.0 asks for is still there.
    expect(JSON.parse(window.localStorage.getItem(key)!)).toMatchObject({ savedAt: day, value: 'new' });
  });

  it('stays where it is newer, is not read, and ends after thirty days, too', () => {
    window.localStorage.setItem(key, newer);
    expect(readKept(key, day)).toBeUndefined();
    expect(keep(key, 'ours', day)).toBe(false);
    drop(key);
    expect(window.localStorage.getItem(key)).toBe(newer);
    dropOld(KEEP_FOR + 1);
    expect(window.localStorage).toHaveLength(0);
  });
});

it('cleans up what is too old, and nobody else’s', () => {
  keep(storageKey('draft', WORKSPACE), 1, 0);
  keep(storageKey('queue', WORKSPACE), 2, day);
  window.localStorage.setItem('grafana.something', 'x');
  dropOld(KEEP_FOR + 1);
  expect(Object.keys(window.localStorage).sort()).toEqual([storageKey('queue', WORKSPACE), 'grafana.something'].sort());
});

it('works where the browser allows no storage', () => {
  const storage = jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(keep('k', 1)).toBe(false);
  expect(readKept('k')).toBeUndefined();
  expect(ownKeys()).toEqual([]);
  expect(() => drop('k')).not.toThrow();
  storage.mockRestore();
});

it('works without storage', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(keep('k', 1)).toBe(false);
  expect(readKept('k')).toBeUndefined();
  expect(() => drop('k')).not.toThrow();
});
