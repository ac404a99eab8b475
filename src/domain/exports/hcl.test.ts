import { hcl, hclAttributes, hclBlock } from './hcl';
import { Placeholder, type Template } from './template';

it.each<[Template, string]>([
  ['a"b', '"a\\"b"'],
  [null, 'null'],
  [false, 'false'],
  [new Placeholder('secret'), 'var.secret'],
  [[], '[]'],
  [{}, '{}'],
  [['a', 1, {}], '["a", 1, {}]'],
  [[1, { a: 2 }], '[\n  1,\n  {\n    a = 2\n  },\n]'],
  [
    { for: 1, 'a-b': 2, '1a': 3, long_name: 4 },
    '{\n  "for"     = 1\n  "a-b"     = 2\n  "1a"      = 3\n  long_name = 4\n}',
  ],
])('writes %j as %s', (value, expected) => {
  expect(hcl(value)).toBe(expected);
});

it('leaves out what tells nothing', () => {
  const values = { none: '', empty: [], nothing: {}, zero: 0, no: false, gone: null, text: 'a' };
  expect(hclAttributes(values).map(([name]) => name)).toEqual(['zero', 'no', 'gone', 'text']);
});

it('lines up attributes of one line that follow each other', () => {
  const attributes = hclAttributes({ a: 1, bcd: 2, list: [{ e: 1 }], f: 3 });
  expect(hclBlock('head', attributes, ['# inner', '', ...hclBlock('block', [])])).toEqual([
    ...['head {', '  a   = 1', '  bcd = 2', '  list = [', '    {', '      e = 1', '    },', '  ]', '  f = 3'],
    ...['  # inner', '', '  block {', '  }', '}'],
  ]);
});
