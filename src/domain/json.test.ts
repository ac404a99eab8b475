import fc from 'fast-check';
import { isJsonObject, jsonEqual, type JsonValue, stringAt } from './json';

describe('jsonEqual', () => {
  it('ignores the order of keys, not that of items', () => {
    expect(jsonEqual({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(jsonEqual([1, 2], [2, 1])).toBe(false);
  });

  it.each<[JsonValue, JsonValue]>([
    [{ a: null }, {}],
    [[], {}],
    [null, {}],
    ['1', 1],
    [{ a: 1 }, { b: 1 }],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    // What every object has is no member.
    [JSON.parse('{"__proto__":{}}') as JsonValue, { b: 1 }],
    [{ a: 1 }, [1]],
    [[1], { 0: 1 }],
  ])('tells %j from %j', (a, b) => {
    expect(jsonEqual(a, b)).toBe(false);
  });

  it('finds any value equal to its copy', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        jsonEqual(value as JsonValue, JSON.parse(JSON.stringify(value)) as JsonValue)
      )
    );
  });
});

describe('stringAt', () => {
  it('walks a path and answers an empty string when there is nothing', () => {
    expect(stringAt({ a: { b: 'x' } }, 'a', 'b')).toBe('x');
    expect(stringAt({ a: { b: 1 } }, 'a', 'b')).toBe('');
    expect(stringAt(null, 'a')).toBe('');
    expect(stringAt({}, 'toString')).toBe('');
  });
});

it('isJsonObject refuses arrays and null', () => {
  expect(isJsonObject([])).toBe(false);
  expect(isJsonObject(null)).toBe(false);
  expect(isJsonObject({})).toBe(true);
});
