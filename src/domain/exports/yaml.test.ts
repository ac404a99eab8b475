import { quoteYaml, yamlLines } from './yaml';

it.each([
  ['maxLines', 'maxLines'],
  ['x-y_2', 'x-y_2'],
  ['_', '_'],
  ['yesterday', 'yesterday'],
  ['yes', '"yes"'],
  ['Null', '"Null"'],
  ['1a', '"1a"'],
  ['a b', '"a b"'],
  ['a:', '"a:"'],
  ['', '""'],
])('writes the key %j as %s', (key, expected) => {
  expect(yamlLines({ [key]: 1 })).toEqual([`${expected}: 1`]);
});

it('quotes what YAML doesn’t print', () => {
  expect(quoteYaml('a"\n\u007f\u2028')).toBe('"a\\"\\n\\u007f\\u2028"');
});
