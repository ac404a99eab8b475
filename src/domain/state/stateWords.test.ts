import { sampleEndpoint } from '../testing/sampleEndpoint';
import { stateWords } from './stateWords';
import { endpointStatuses } from './status';

describe.each(endpointStatuses)('%s', (status) => {
  it('is said in words, with someone to act', () => {
    const said = stateWords(status, sampleEndpoint());
    expect(said.label).not.toBe('');
    expect(said.meaning).toMatch(/\.$/);
    expect(said.next).toMatch(/\.$/);
    expect(`${said.meaning} ${said.next}`).not.toMatch(/please/i);
  });
});

it('shows an unheard-of state as it is', () => {
  expect(stateWords('unknown', sampleEndpoint({ connectionState: 'Frozen' })).label).toBe('Frozen');
  expect(stateWords('unknown', sampleEndpoint({ provisioningState: 'Moving' })).label).toBe('Moving');
  expect(stateWords('unknown', sampleEndpoint({ connectionState: '' })).label).toBe('No state');
  expect(stateWords('unknown', sampleEndpoint({ provisioningState: '', connectionState: 'Frozen' })).label).toBe(
    'Frozen'
  );
});

it.each([
  ['Moving', 'Frozen', 'provisioning "Moving", connection "Frozen"'],
  ['', '', 'provisioning "nothing", connection "nothing"'],
])('tells both parts of an unheard-of state: %j, %j', (provisioningState, connectionState, parts) => {
  expect(stateWords('unknown', sampleEndpoint({ provisioningState, connectionState })).meaning).toBe(
    `Azure returned an unknown state: ${parts}.`
  );
});

it.each([
  ['Pending', 'stays Pending,'],
  ['', 'stays nothing,'],
])('says what means that a probable decision was another’s: %j', (connectionState, words) => {
  expect(stateWords('approvedProbable', sampleEndpoint({ connectionState })).next).toContain(words);
});

it('tells canceled from failed', () => {
  expect(stateWords('failed', sampleEndpoint({ provisioningState: 'Canceled' })).label).toBe('Canceled');
  expect(stateWords('failed', sampleEndpoint({ provisioningState: 'Failed' })).label).toBe('Failed');
});
