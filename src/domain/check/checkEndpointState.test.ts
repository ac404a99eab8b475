import { type TargetView } from '../state/status';
import { sampleEndpoint } from '../testing/sampleEndpoint';
import { checkEndpointState } from './checkEndpointState';
import { type CheckFacts } from './checkStep';

const facts: CheckFacts = {
  ...{ endpoint: undefined, view: undefined, dataSource: undefined, target: undefined, health: undefined },
  insideManagedNetwork: true,
};
const probably = (status: string): { view: TargetView } => ({ view: { status, description: '', grade: 'probable' } });
const endpoint = sampleEndpoint({ name: 'influx' });

it.each<[string, Partial<CheckFacts>, string, RegExp, RegExp]>([
  ['an approved endpoint', { endpoint }, 'ok', /has applied/, /^$/],
  ['one that was probably removed', { endpoint, ...probably('Disconnected') }, 'ok', /has applied/, /^$/],
  [
    'one that was probably approved',
    { endpoint: { ...endpoint, connectionState: 'Pending' }, ...probably('Approved') },
    ...(['failed', /still shows Pending/, /refresh/] as const),
  ],
  ['an unheard-of state', { endpoint: { ...endpoint, connectionState: 'Frozen' } }, 'unknown', /is unknown/, /^$/],
  ['no endpoint', {}, 'unknown', /doesn’t match any/, /^$/],
])('of %s, whether it was refreshed', (_, change, outcome, finding, next) => {
  expect(checkEndpointState({ ...facts, ...change }).refreshed).toEqual({
    outcome,
    finding: expect.stringMatching(finding),
    next: expect.stringMatching(next),
  });
});

it('names an endpoint that exists, with nothing to do', () => {
  const { provisioned, approved } = checkEndpointState({ ...facts, endpoint });
  expect(provisioned).toEqual({ outcome: 'ok', finding: 'influx exists.', next: '' });
  expect(approved).toMatchObject({ outcome: 'ok', next: '' });
});
