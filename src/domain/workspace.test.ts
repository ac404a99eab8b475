import { sampleWorkspace } from './testing/sampleWorkspace';
import { mayHaveEndpoints, tierSupportsEndpoints, workspaceIdentity } from './workspace';

it.each([
  ['Standard', 'yes'],
  ['standard', 'yes'],
  ['Essential', 'no'],
  ['Premium', 'unknown'],
  ['', 'unknown'],
])('tier %j supports endpoints: %s', (tier, expected) => {
  expect(tierSupportsEndpoints(tier)).toBe(expected);
});

it('only a tier that is known to have none has none', () => {
  expect(mayHaveEndpoints(undefined)).toBe(true);
  expect(mayHaveEndpoints(sampleWorkspace({ tier: 'Premium' }))).toBe(true);
  expect(mayHaveEndpoints(sampleWorkspace({ tier: 'essential' }))).toBe(false);
});

it('names a workspace, and another one that has its id since differently', () => {
  const [one, other] = [sampleWorkspace(), sampleWorkspace({ createdAt: '2026-11-01T00:00:00Z' })];
  expect(workspaceIdentity(one)).not.toBe(workspaceIdentity(other));
  expect(workspaceIdentity(one)).toBe(`${one.id}@${one.createdAt}`);
  expect(workspaceIdentity(sampleWorkspace({ createdAt: '' }))).toBe(one.id);
  expect(workspaceIdentity(undefined)).toBe('');
});
