import { isDataSource, isReadOnly } from './dataSource';

it.each([
  [{ uid: 'a', type: 'loki', name: 'Loki', url: '' }, true],
  [{ uid: 'a', type: 'loki' }, false],
  [{ uid: 1, type: 'loki', name: '' }, false],
  [null, false],
  [[], false],
  [undefined, false],
])('%j is a data source: %s', (value, expected) => {
  expect(isDataSource(value)).toBe(expected);
});

it('knows what a provisioning file owns', () => {
  expect(isReadOnly({ uid: 'a', type: 'b', name: 'c', readOnly: true })).toBe(true);
  expect(isReadOnly({ uid: 'a', type: 'b', name: 'c' })).toBe(false);
});
