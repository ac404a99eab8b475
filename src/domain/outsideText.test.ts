import fc from 'fast-check';
import cases from '../../testdata/cases/one-line.json';
import { cutText, isOneLine, oneLine, showHidden } from './outsideText';

it.each(cases)('tells whether $text is one line', ({ text, oneLine: expected }) => {
  expect(isOneLine(text)).toBe(expected);
});

it('keeps words and takes out what would move them', () => {
  expect(oneLine('a\r\nb\u2028c \u202egnp.exe\u2069 é שלום')).toBe('a b c  gnp.exe  é שלום');
});

it('leaves nothing of it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(isOneLine(oneLine(text))).toBe(true)));
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a👍b', 3, 'a…'],
  ['a👍bc', 4, 'a👍…'],
  ['👍👍', 1, '…'],
])('cuts %j to %d: %j', (text, longest, expected) => {
  expect(cutText(text, longest)).toBe(expected);
});

it('shows what is hidden as what it is, and keeps lines', () => {
  expect(showHidden('\u0007')).toBe('[U+0007]');
  expect(showHidden('pay\u200bments \u202egnp.exe\n\tא \ud800 \u{e0041} 👍')).toBe(
    'pay[U+200B]ments [U+202E]gnp.exe\n\tא [U+D800] [U+E0041] 👍'
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      expect(isOneLine(showHidden(text).replace(/[\t\n\r]/g, ''))).toBe(true)
    )
  );
});
