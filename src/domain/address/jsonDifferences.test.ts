import fc from 'fast-check';
import { jsonEqual, type JsonValue } from '../json';
import { jsonDifferences } from './jsonDifferences';

it('names the places', () => {
  expect(
    jsonDifferences({ url: 'a', jsonData: { x: 1, y: [1] } }, { url: 'b', jsonData: { x: 1, y: [2], z: null } })
  ).toEqual([
    { path: 'url', before: 'a', after: 'b' },
    { path: 'jsonData.y', before: [1], after: [2] },
    { path: 'jsonData.z', before: undefined, after: null },
  ]);
});

it('is empty exactly for equal values', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [a as JsonValue, b as JsonValue];
      expect(jsonDifferences(left, right).length === 0).toBe(jsonEqual(left, right));
      expect(jsonDifferences(left, left)).toEqual([]);
    })
  );
});
