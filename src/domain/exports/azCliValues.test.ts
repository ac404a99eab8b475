import { cliList, cliTags, cliText } from './azCliValues';

it.each([
  ['Kim asks', 'Kim asks'],
  ["it's", "it's"],
  ["'quoted'", "''/quoted'/'"],
  ['null', "'null'"],
  ['nullable', 'nullable'],
  ['??', "'??'"],
  ['??!', '??!'],
  ['', "''"],
  ['-f', "'-f'"],
  ['@f', "'@f'"],
  ['k=@f', 'k= @f'],
  ['key=@f', 'key= @f'],
  ['k=a=@f', 'k=a=@f'],
])('keeps the text %j: %j', (text, word) => {
  expect(cliText(text)).toBe(word);
});

it.each([
  [{ team: 'metrics', env: '3' }, ['team=metrics', 'env=3']],
  [{}, []],
  [{ 'cost centre': '7', team: 'a' }, ['{"cost centre":"7","team":"a"}']],
  [{ 'hidden-title': '' }, ['{"hidden-title":""}']],
  [{ a: 'nullable' }, ['a=nullable']],
  [{ a: 'null' }, ['{"a":"null"}']],
  [{ a: '=@f' }, ['{"a":"=\\u0040f"}']],
])('writes the tags %j as %j', (tags, words) => {
  expect(cliTags(tags)).toEqual(words);
});

it('writes a list as one value', () => {
  expect(cliList(['blob', 'table'])).toBe('[blob,table]');
  expect(cliList(['blob', 'null'])).toBe('["blob","null"]');
});
