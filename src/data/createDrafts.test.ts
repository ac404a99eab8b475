import { config } from '@grafana/runtime';
import { act } from '@testing-library/react';
import { type CreateDraft, emptyDraft } from '../domain/create/draft';
import { emptyLinkService } from '../domain/linkService/linkServiceDraft';
import { INFLUX, ORDERS } from '../test/fixtures';
import { look, renderHook, standIn, WORKSPACE } from '../test/renderHook';
import { storageKey } from './browserStorage';
import {
  discardDraft,
  type DraftOrigin,
  keepForAskingAgain,
  newRequestCode,
  useIsKeptForAskingAgain,
  useKeptDraft,
  useUnfinishedDrafts,
} from './createDrafts';

const filled: CreateDraft = {
  kind: 'sqlServer',
  target: 't',
  targetRegion: 'westeurope',
  subResource: 's',
  name: 'n',
  domainName: 'd',
  requestMessage: 'm',
  tags: [{ name: 'team', value: 'x' }],
  linkService: {
    place: 'aks',
    name: 'n',
    port: '1',
    domainName: 'd',
    subnet: 's',
    namespace: 'n',
    selector: 's',
    targetPort: '2',
    subscriptionId: 's',
    resourceGroup: 'r',
    loadBalancer: 'l',
    frontend: 'f',
    network: 'n',
    vendor: 'v',
  },
};
const NEW: DraftOrigin = { from: '', dataSource: '' };

const kept = (origin = NEW) => look(() => useKeptDraft(origin).kept);
const keep = (draft: CreateDraft, origin = NEW) => look(() => useKeptDraft(origin)).keep(draft);
/** What this browser has kept is another version's, or was changed by hand. */
const store = (value: unknown, id = 'new') =>
  localStorage.setItem(storageKey(`draft~${id}`, WORKSPACE), JSON.stringify({ savedAt: Date.now(), value }));

beforeEach(() => standIn('local'));

it('is there again on another visit, with all that was filled in', () => {
  const before = Date.now();
  keep(filled);
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(kept()).toEqual({ draft: filled, changedAt: expect.any(Number) });
  expect(kept()?.changedAt).toBeGreaterThanOrEqual(before);
});

it('is nobody else’s, and no other workspace’s', () => {
  keep(filled);
  Object.assign(config.bootData.user, { id: 99 });
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(kept()).toBeUndefined();
  Object.assign(config.bootData.user, { id: undefined });
  discardDraft(`${WORKSPACE}-2`, 'new');
  expect(kept()).toBeDefined();
});

it('is one for each thing that it begins with', () => {
  const origins = [NEW, { from: 'Influx', dataSource: '' }, { from: '', dataSource: 'influx' }];
  origins.forEach((origin, n) => keep({ ...filled, name: `${n}` }, origin));
  expect(origins.map((origin) => kept(origin)?.draft.name)).toEqual(['0', '1', '2']);
  expect(kept({ from: 'INFLUX', dataSource: 'influx' })?.draft.name).toBe('1');
  look(() => useKeptDraft(NEW)).discard();
  expect(origins.map((origin) => kept(origin)?.draft.name)).toEqual([undefined, '1', '2']);
});

it('can be kept and discarded by what stays the same while one types', () => {
  const { result, rerender } = renderHook((origin: DraftOrigin) => useKeptDraft(origin), NEW);
  const { keep: before, discard } = result.current;
  act(() => before(filled));
  expect(result.current).toMatchObject({ kept: { draft: filled }, keep: before, discard });
  rerender({ from: 'influx', dataSource: '' });
  expect(result.current.kept).toBeUndefined();
  act(() => result.current.keep(filled));
  expect(kept({ from: 'influx', dataSource: '' })).toBeDefined();
});

describe('what can not be read', () => {
  it.each([...Object.entries(emptyDraft)])('is empty, and the rest stays: %s', (field, empty) => {
    [null, 'spaceship', [1, { name: 2 }]]
      .filter((value) => typeof value !== typeof filled.target || field === 'kind')
      .forEach((value) => {
        store({ draft: { ...filled, [field]: value }, changedAt: 1 });
        window.dispatchEvent(new StorageEvent('storage', { key: null }));
        expect(kept()?.draft).toEqual({ ...filled, [field]: empty });
      });
  });

  it.each(Object.keys(emptyLinkService))('is empty, and the rest of the private link service stays: %s', (field) => {
    store({ draft: { ...filled, linkService: { ...filled.linkService, [field]: null } }, changedAt: 1 });
    expect(kept()?.draft.linkService).toEqual({ ...filled.linkService, [field]: '' });
  });

  it.each([{}, { draft: filled }, { draft: filled, changedAt: '1' }, { draft: 'text', changedAt: 1 }])(
    'makes no draft: %j',
    (value) => {
      store(value);
      expect(kept()).toBeUndefined();
    }
  );
});

it.each(['aks', 'loadBalancer', 'vnet', 'vendor', ''] as const)('keeps where the data source runs: %j', (place) => {
  keep({ ...filled, linkService: { ...filled.linkService, place } });
  expect(kept()?.draft.linkService.place).toBe(place);
});

it.each(['other', '', 'sqlServer'] as const)('keeps the kind: %j', (kind) => {
  keep({ ...filled, kind });
  expect(kept()?.draft.kind).toBe(kind);
});

describe('drafts that wait', () => {
  const waiting = () => look(() => useUnfinishedDrafts().map(({ id, origin }) => ({ id, origin })));

  it('are told with what they began with, the newest first', () => {
    const fromInflux = { from: 'influx', dataSource: '' };
    const forA = { from: '', dataSource: 'for-A' };
    store({ draft: filled, changedAt: 1 });
    store({ draft: filled, changedAt: 3 }, 'from-influx');
    store({ draft: filled, changedAt: 2 }, 'for-for-A');
    expect(waiting()).toEqual([
      { id: 'from-influx', origin: fromInflux },
      { id: 'for-for-A', origin: forA },
      { id: 'new', origin: NEW },
    ]);
    const { result } = renderHook(() => useUnfinishedDrafts().map(({ id }) => id));
    act(() => discardDraft(WORKSPACE, 'from-influx'));
    expect(result.current).toEqual(['for-for-A', 'new']);
  });

  it('don’t include what was kept at a deletion, until somebody goes on with it', () => {
    keepForAskingAgain(WORKSPACE, INFLUX);
    expect(waiting()).toEqual([]);
    const origin = { from: 'influx', dataSource: '' };
    keep({ ...filled, name: 'mine' }, origin);
    expect(waiting()).toEqual([{ id: 'from-influx', origin }]);
  });
});

describe('the details of an endpoint that is deleted', () => {
  const isKept = (name: string) => look(() => useIsKeptForAskingAgain(name));

  it('replace what was drafted from it, with a code of their own', () => {
    const origin = { from: 'orders-sql', dataSource: '' };
    keep(filled);
    keep(filled, origin);
    expect(isKept('orders-sql')).toBe(false);
    const requestMessage = 'For orders MPE-7K3M-X9QT';
    keepForAskingAgain(WORKSPACE, { ...ORDERS, name: 'Orders-SQL', requestMessage });
    expect(['orders-sql', 'ORDERS-sql', 'influx'].map(isKept)).toEqual([true, true, false]);
    const { draft, byItself } = kept(origin)!;
    expect(draft).toMatchObject({ name: 'Orders-SQL', target: ORDERS.targetId, kind: 'sqlServer' });
    expect(draft.requestMessage).toMatch(/^For orders MPE-/);
    expect(draft.requestMessage).not.toBe(requestMessage);
    expect(byItself).toBe(true);
    keep(filled, origin);
    expect(isKept('orders-sql')).toBe(false);
  });
});

it('has a request code that nobody has had before', () => {
  const codes = Array.from({ length: 50 }, newRequestCode);
  expect(new Set(codes).size).toBe(50);
});
