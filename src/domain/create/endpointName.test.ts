import fc from 'fast-check';
import { checkEndpointName, suggestEndpointName } from './endpointName';

it.each([
  ['influx', undefined],
  ['ab', undefined],
  ['A1234567890123456789', undefined],
  ['', 'error: Enter a name.'],
  ['a', 'error: Enter at least 2 characters.'],
  ['1a', 'error: Start the name with a letter.'],
  ['a-', 'error: End the name with a letter or a digit.'],
  ['a_b', 'error: Use only letters, digits and hyphens; "_" isn’t allowed.'],
  ['a b', 'error: Use only letters, digits and hyphens; spaces aren’t allowed.'],
  ['prod/x', 'error: Use only letters, digits and hyphens; "/" isn’t allowed.'],
  ['Taken', 'error: This workspace already has an endpoint named Taken.'],
  ['a12345678901234567890', 'warning: This name has 21 characters. Azure may reject names with more than 20.'],
  ['a'.repeat(260), 'warning: This name has 260 characters. Azure may reject names with more than 20.'],
  ['a'.repeat(261), 'error: A name has at most 260 characters; this one has 261.'],
])('%j: %s', (name, expected) => {
  const finding = checkEndpointName(name, ['taken']);
  expect(finding && `${finding.isWarning ? 'warning' : 'error'}: ${finding.message}`).toBe(expected);
});

it.each([
  ['orders-sql', [], 'orders-sql'],
  ['Orders_SQL (prod)', [], 'orders-sql-prod'],
  ['orders-sql', ['ORDERS-SQL'], 'orders-sql-2'],
  ['orders-sql', ['orders-sql', 'orders-sql-2'], 'orders-sql-3'],
  ['a-very-long-name-of-a-target', [], 'a-very-long-name-of'],
  ['a-very-long-name-of-a-target', ['a-very-long-name-of'], 'a-very-long-name-o-2'],
  ['42', [], 'mpe-42'],
  ['42-orders', [], 'mpe-42-orders'],
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
