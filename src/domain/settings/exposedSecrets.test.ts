import fc from 'fast-check';
import cases from '../../../testdata/cases/exposed-secrets.json';
import { sortExposed } from './exposedSecrets';

it.each(cases)('%j', ({ jsonData, paths }) => {
  const sorted = sortExposed(jsonData);
  expect(sorted.paths).toEqual([...paths].sort());
  expect(sortExposed(sorted.settings).paths).toEqual([]);
  if (paths.length === 0) {
    expect(sorted.settings).toEqual(jsonData);
  }
});

it('keeps what stands beside a secret', () => {
  const { settings } = sortExposed({
    theirs: [1, { password: 'p', a: null }],
    password: ['p', true],
    azureCredentials: { clientSecret: 's', clientId: 'c' },
  });
  expect(settings).toStrictEqual({
    theirs: [1, { a: null }],
    password: [true],
    azureCredentials: { clientId: 'c' },
  });
});

it('leaves no secret, whatever is stored', () => {
  const keys = fc.constantFrom('token', 'clientSecret', 'a', '__proto__');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.jsonValue()), (stored) =>
      expect(sortExposed(sortExposed(stored).settings).paths).toEqual([])
    )
  );
});
