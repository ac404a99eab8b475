import fc from 'fast-check';
import table from '../../../testdata/cases/addresses.json';
import { type AddressShape } from '../catalogue/dataSourceTypes';
import { addressText, parseAddress } from './parts';
import { redactAddress } from './redact';

// The backend's tests read the same cases: both sides have to take addresses apart, and hide secrets, alike.
const cases = table.cases as Array<[AddressShape, string, string[] | null, string | null]>;

it.each(cases)('%s %j', (shape, text, expected, shown) => {
  const parts = parseAddress(shape, text);
  const { scheme, user, host, instance, port, rest } = parts ?? {};
  expect(parts ? [scheme, user, host, instance, port, rest] : null).toEqual(expected);
  expect(redactAddress(text, shape)).toBe(shown ?? text);
});

it('takes no more than 2,048 characters', () => {
  const longest = 'http://h/'.padEnd(2048, 'a');
  expect(parseAddress('url', longest)?.host).toBe('h');
  expect(parseAddress('url', `${longest}a`)).toBeUndefined();
});

const shapes: AddressShape[] = ['url', 'origin', 'hostPort', 'mssql', 'host', 'connectionString', 'redis', 'broker'];
const piece = fc.constantFrom(
  'http://',
  'mongodb://',
  'redis://',
  'tls://',
  'u:p@',
  '@',
  'h',
  'a.b',
  '[::1]',
  ':',
  '1',
  '/',
  '?',
  '#',
  ';',
  '%zz',
  'token=',
  '\\x',
  '…'
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''))
);

it('loses nothing, whatever the text is, and names the same host when secrets are hidden', () => {
  fc.assert(
    fc.property(fc.constantFrom(...shapes), text, (shape, address) => {
      const parts = parseAddress(shape, address);
      expect(parts ? addressText(parts) : address).toBe(address);
      const shown = parseAddress(shape, redactAddress(address, shape));
      expect(parts && [shown?.host, shown?.port]).toEqual(parts && [parts.host, parts.port]);
    }),
    { numRuns: 2_000 }
  );
});
