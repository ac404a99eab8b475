import { readConfirmedHosts } from '../settings/confirmedHosts';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { canBeConfirmed, changeConfirmedHost, withConfirmedHosts } from './confirmedHosts';

const sql = sampleTargetId('Microsoft.Sql/servers', 'billing');
const one = { workspaceId: sampleWorkspaceId, targetId: sql, host: 'fog.database.windows.net' };

it('reads what can be read of a stored list', () => {
  expect(readConfirmedHosts([one, null, 'x', { ...one, host: '' }, { ...one, targetId: 5 }, [one]])).toEqual([one]);
  expect(readConfirmedHosts(undefined)).toBeUndefined();
  expect(readConfirmedHosts({ 0: one })).toBeUndefined();
});

it('confirms a name once, whatever the casing, and keeps what others stored', () => {
  const newer = { from: 'a newer version' };
  const shouted = { ...one, workspaceId: sampleWorkspaceId.toUpperCase(), host: 'FOG.database.windows.net.' };
  const stored = changeConfirmedHost([newer, one], { ...shouted, isConfirmed: true });
  expect(stored).toEqual([newer, { ...shouted, host: 'fog.database.windows.net' }]);
  expect(changeConfirmedHost(stored, { ...one, isConfirmed: false })).toEqual([newer]);
  const others = [{ workspaceId: `${sampleWorkspaceId}-2` }, { targetId: `${sql}-2` }, { host: 'cname.contoso.com' }];
  const rest = others.map((other) => ({ ...one, ...other }));
  expect(changeConfirmedHost([...rest, one], { ...one, isConfirmed: false })).toEqual(rest);
  expect(changeConfirmedHost('odd', { ...one, isConfirmed: true })).toEqual([one]);
});

it('belongs to one target of one workspace', () => {
  const endpoints = [
    sampleEndpoint({ name: 'billing', targetId: sql.toUpperCase() }),
    sampleEndpoint({ name: 'other', targetId: sampleTargetId('Microsoft.Sql/servers', 'other') }),
  ];
  const names = (workspaceId: string) =>
    withConfirmedHosts(endpoints, [one], workspaceId).map(({ confirmedHosts }) => confirmedHosts);
  expect(names(sampleWorkspaceId.toLowerCase())).toEqual([['fog.database.windows.net'], undefined]);
  expect(names(`${sampleWorkspaceId}-2`)).toEqual([undefined, undefined]);
});

it.each([
  ['fog.database.windows.net', true],
  ['Sql.Contoso.com.', true],
  ['10.0.0.5', false],
  ['fd00::5', false],
  ['localhost', false],
  ['', false],
  ['a b.c', false],
])('takes %j for a name to confirm: %s', (host, can) => {
  expect(canBeConfirmed(host)).toBe(can);
});
