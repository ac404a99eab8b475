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
  expect(stateWords('unknown', sampleEndpoint({ connectionState: 'Frozen' })).meaning).toContain('"Frozen"');
});

it('tells canceled from failed', () => {
  expect(stateWords('failed', sampleEndpoint({ provisioningState: 'Canceled' })).label).toBe('Canceled');
  expect(stateWords('failed', sampleEndpoint({ provisioningState: 'Failed' })).label).toBe('Failed');
});
