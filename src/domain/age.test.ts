import { ageMs, ageText, agoText, durationText } from './age';

const now = Date.parse('2026-11-23T12:00:00Z');

it.each([
  ['2026-11-23T11:59:30Z', 'under a minute'],
  ['2026-11-23T11:58:59Z', '1 minute'],
  ['2026-11-23T09:00:00Z', '3 hours'],
  ['2026-11-22T12:00:00.1234567+00:00', '23 hours'],
  ['2026-11-20T12:00:00Z', '3 days'],
  ['2026-09-20T12:00:00Z', '2 months'],
  ['2024-09-20T12:00:00Z', '2 years'],
  ['2026-11-23T12:05:00Z', 'under a minute'],
  ['2000-01-01T00:00:00Z', '26 years'],
  ['1999-12-31T23:59:59Z', ''],
  ['0001-01-01T00:00:00Z', ''],
  ['', ''],
  ['yesterday', ''],
])('age of %s is %j', (timestamp, expected) => {
  expect(ageText(timestamp, now)).toBe(expected);
});

it('ageMs is never negative', () => {
  expect(ageMs('2027-01-01T00:00:00Z', now)).toBe(0);
});

it('agoText', () => {
  expect(agoText(now - 1000, now)).toBe('just now');
  expect(agoText(now - 59_999, now)).toBe('just now');
  expect(agoText(now - 60_000, now)).toBe('1 minute ago');
  expect(agoText(now - 300_000, now)).toBe('5 minutes ago');
  expect(agoText(now + 300_000, now)).toBe('just now');
});

it.each([
  [1, '1 minute'],
  [59, '59 minutes'],
  [60, '1 hour'],
  [24 * 60 - 1, '23 hours'],
  [24 * 60, '1 day'],
  [30 * 24 * 60 - 1, '29 days'],
  [30 * 24 * 60, '1 month'],
  [365 * 24 * 60 - 1, '12 months'],
  [365 * 24 * 60, '1 year'],
])('%d minutes are %s', (minutes, expected) => {
  expect(durationText(minutes * 60_000)).toBe(expected);
});
