import { sampleEndpoint } from '../testing/sampleEndpoint';
import { needOf, oldRequest } from './need';
import { endpointStatuses } from './status';

const now = Date.parse('2026-11-23T12:00:00Z');
const asked = (ago: number) => sampleEndpoint({ createdAt: new Date(now - ago).toISOString() });

it('says what a person has to do, and nothing where the turn is the owner’s or Azure’s', () => {
  const fresh = endpointStatuses.filter((status) => needOf(status, asked(0), now) === '');
  expect(fresh).toEqual(['waiting', 'approved', 'creating', 'updating', 'deleting', 'unknown']);
});

it('asks to remind the owner of a request that waits for days', () => {
  expect(needOf('waiting', asked(oldRequest), now)).toBe('Waiting for 3 days: remind the owner');
  expect(needOf('waiting', asked(oldRequest - 1), now)).toBe('');
  expect(needOf('waiting', sampleEndpoint({ createdAt: '' }), now)).toBe('');
  expect(needOf('approved', asked(oldRequest), now)).toBe('');
});
