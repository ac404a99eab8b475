import { look, standIn, WORKSPACE } from '../test/renderHook';
import { storageKey } from './browserStorage';
import { keepPort, useKeptPort } from './keptPorts';

const port = (endpoint: string) => look(() => useKeptPort(endpoint));

it('is kept for an endpoint of the workspace, and goes with nothing else', async () => {
  await standIn('local');
  keepPort(WORKSPACE, 'Influx', '8086');
  keepPort(WORKSPACE, 'loki', '3100');
  keepPort(`${WORKSPACE}-2`, 'other', '9090');
  expect(['influx', 'INFLUX', 'loki', 'other'].map(port)).toEqual(['8086', '8086', '3100', '']);
  keepPort(WORKSPACE, 'influx', '');
  expect(port('influx')).toBe('8086');
  keepPort(WORKSPACE, 'influx', '443');
  expect(port('influx')).toBe('443');
});

it.each([
  ['1', '1'],
  ['65535', '65535'],
  ['123456', ''],
  ['80a', ''],
  ['a80', ''],
  ['', ''],
  [80, ''],
])('that is kept as %j is %j', async (value, expected) => {
  await standIn('local');
  localStorage.setItem(storageKey('port~influx', WORKSPACE), JSON.stringify({ savedAt: Date.now(), value }));
  expect(port('influx')).toBe(expected);
});
