import { setBackendSrv } from '@grafana/runtime';
import { demoWorkspace, INFLUX } from '../../test/fixtures';
import { fakeLocks } from '../../test/fakeLocks';
import { FakeWorkspace } from '../../test/fakeWorkspace';
import { BackendService } from '../../../dev/preview/host/services/backendService';
import { server } from '../../test/server';
import { pass, stopTime } from '../../test/time';
import { type WriteCommand } from '../writeCommand';

const { id } = demoWorkspace;

interface Tab {
  queueWrite: (command: WriteCommand) => string;
  running: () => string[];
  stop: () => void;
}

/** A tab of its own: the same storage and locks, but modules with their own state. */
async function openTab(): Promise<Tab> {
  let tab: Tab | undefined;
  await jest.isolateModulesAsync(async () => {
    jest.doMock('@grafana/runtime', () => jest.requireActual<object>('@grafana/runtime'));
    const { setBackendSrv: setOwn } = await import('@grafana/runtime');
    setOwn(new BackendService());
    const { keys } = await import('../keys');
    const { queryClient } = await import('../queryClient');
    const { queueWrite } = await import('../writeQueue');
    const { runningOperations } = await import('../operations');
    const { startFollowing } = await import('./follow');
    queryClient.setQueryData(keys.workspace, demoWorkspace);
    const stop = startFollowing(demoWorkspace);
    tab = { queueWrite, stop, running: () => runningOperations(id).map(({ value }) => value.kind) };
  });
  return tab as Tab;
}

// A browser tells the other tabs of each change to the storage.
function tellTabs(method: 'setItem' | 'removeItem') {
  const real = Storage.prototype[method] as (key: string, value: string) => void;
  jest.spyOn(Storage.prototype, method).mockImplementation(function (this: Storage, key: string, value?: string) {
    real.call(this, key, value ?? '');
    setTimeout(() => window.dispatchEvent(new StorageEvent('storage', { key })), 1);
  });
}

let azure: FakeWorkspace;

beforeEach(() => {
  setBackendSrv(new BackendService());
  azure = new FakeWorkspace([INFLUX]);
  server.use(...azure.handlers);
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it.each([
  ['with Web Locks', () => fakeLocks()],
  ['over plain http, without them', () => undefined],
])(
  'two tabs send each change once, and both show it, %s',
  async (_, locks) => {
    Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true });
    stopTime();
    const first = await openTab();
    const second = await openTab();
    tellTabs('setItem');
    tellTabs('removeItem');
    await pass(20);
    second.queueWrite({ kind: 'delete', name: 'influx' });
    await pass(3);
    expect(azure.count('DELETE')).toBe(1);
    expect(first.running()).toEqual(['delete']);
    expect(second.running()).toEqual(['delete']);

    azure.finish();
    await pass(10);
    expect([...first.running(), ...second.running()]).toEqual([]);

    // The tab that led is closed: the other goes on.
    first.stop();
    await pass(20);
    second.queueWrite({ kind: 'refresh', name: '', byItself: false });
    await pass(3);
    expect(azure.count('POST /refresh')).toBe(1);
    azure.finish();
    await pass(10);
    second.stop();
    await pass(20);
  },
  30_000
);
