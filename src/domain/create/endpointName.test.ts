import fc from 'fast-check';
import { checkEndpointName, suggestEndpointName } from './endpointName';

it.each([
  ['influx', undefined],
  ['ab', undefined],
  ['A1234567890123456789', undefined],
  ['', 'error: Enter a name.'],
  ['a', 'error: A name has at least 2 characters.'],
  ['1a', 'error: A name begins with a letter.'],
  ['a-', 'error: A name ends with a letter or a digit.'],
  ['a_b', 'error: A name has only letters, digits and dashes; "_" isn\'t allowed.'],
  ['a b', 'error: A name has only letters, digits and dashes; "a blank" isn\'t allowed.'],
  ['prod/x', 'error: A name has only letters, digits and dashes; "/" isn\'t allowed.'],
  ['Taken', 'error: This workspace already has an endpoint named Taken.'],
  [
    'a12345678901234567890',
    'warning: Names of up to 20 characters are known to work; this one has 21, and Azure may refuse it.',
  ],
  ['a'.repeat(261), 'error: A name has at most 260 characters; this one has 261.'],
])('%j: %s', (name, expected) => {
  const finding = checkEndpointName(name, ['taken']);
  expect(finding && `${finding.severity}: ${finding.message}`).toBe(expected);
});

it.each([
  ['orders-sql', [], 'orders-sql'],
  ['Orders_SQL (prod)', [], 'orders-sql-prod'],
  ['orders-sql', ['ORDERS-SQL'], 'orders-sql-2'],
  ['orders-sql', ['orders-sql', 'orders-sql-2'], 'orders-sql-3'],
  ['a-very-long-name-of-a-target', [], 'a-very-long-name-of'],
  ['a-very-long-name-of-a-target', ['a-very-long-name-of'], 'a-very-long-name-o-2'],
  ['42', [], 'mpe-42'],
  ['x', [], 'mpe-x'],
  ['Ωmega', [], 'mega'],
  ['', [], 'mpe'],
])('suggests for %j with %j: %s', (target, existing, expected) => {
  expect(suggestEndpointName(target, existing)).toBe(expected);
});

it('a suggestion is always accepted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (target, existing) => {
      const twice = [...existing, suggestEndpointName(target, existing)];
      expect(checkEndpointName(suggestEndpointName(target, twice), twice)).toBeUndefined();
    })
  );
});
