import { sampleEndpoint } from '../testing/sampleEndpoint';
import { isUnusual, paceText, workingFor } from './workingFor';

const now = Date.parse('2026-11-20T12:33:00Z');
const since = (lastModifiedAt: string, createdAt = '') => sampleEndpoint({ lastModifiedAt, createdAt });

it('says how long a write has taken, and when that is long', () => {
  expect(workingFor('creating', since('2026-11-20T12:00:00Z'), now)).toMatch(/for 33 minutes\. .*longer than usual/);
  expect(workingFor('updating', since('2026-11-20T12:30:00Z'), now)).toMatch(/for 3 minutes\. .*a few minutes\.$/);
  expect(workingFor('creating', since('', '2026-11-20T12:31:00Z'), now)).toContain('for 2 minutes');
});

it('says nothing where nobody knows or nothing is being written', () => {
  expect(workingFor('creating', since(''), now)).toBe('');
  expect(workingFor('deleting', since('2026-11-20T12:00:00Z'), now)).toBe('');
  expect(workingFor('approved', since('2026-11-20T12:00:00Z'), now)).toBe('');
});

const minute = 60_000;

it.each([
  [0, 'a few minutes'],
  [5 * minute, 'a few minutes'],
  [6 * minute, 'half an hour'],
  [30 * minute, 'half an hour'],
  [33 * minute, 'much longer than usual'],
])('after %i ms it says "%s"', (elapsed, words) => {
  expect(paceText(elapsed)).toContain(words);
});

it('is unusual from half an hour on', () => {
  expect(isUnusual(30 * minute)).toBe(false);
  expect(isUnusual(30 * minute + 1)).toBe(true);
});
