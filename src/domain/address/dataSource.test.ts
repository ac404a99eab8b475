import { type JsonValue } from '../json';
import { isDataSource, isReadOnly, listedDataSources } from './dataSource';

it.each([
  [{ uid: 'a', type: 'loki', name: 'Loki', url: '' }, true],
  [{ uid: 'a', type: 'loki' }, false],
  [{ uid: 'a', type: '', name: 'Loki' }, false],
  [{ uid: '', type: 'loki', name: 'Loki' }, false],
  [{ uid: 1, type: 'loki', name: '' }, false],
  [null, false],
  [[], false],
  [undefined, false],
])('%j is a data source: %s', (value, expected) => {
  expect(isDataSource(value)).toBe(expected);
});

it('lists odd data sources with what can be read of them', () => {
  const good = { uid: 'a', type: 'loki', name: 'Loki', url: 'http://loki:3100' };
  const odd: JsonValue[] = [
    null,
    7,
    { name: 'no uid', type: 'loki' },
    { uid: 'a\ud800', name: 'no address can hold this uid', type: 'loki' },
    { uid: 'b', type: null, name: 5 },
    { uid: 'c', type: 'loki', name: 'x\ud800\u202e' },
    { uid: 'd', type: 'loki' },
  ];
  expect(listedDataSources([...odd, good])).toEqual([
    { uid: 'b', type: '', name: '5' },
    { uid: 'c', type: 'loki', name: 'x[U+D800][U+202E]' },
    { uid: 'd', type: 'loki', name: 'd' },
    good,
  ]);
});

it('knows what a provisioning file owns', () => {
  expect(isReadOnly({ uid: 'a', type: 'b', name: 'c', readOnly: true })).toBe(true);
  expect(isReadOnly({ uid: 'a', type: 'b', name: 'c' })).toBe(false);
});
