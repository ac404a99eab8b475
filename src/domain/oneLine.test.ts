import fc from 'fast-check';
import { notOneLine, oneLine } from './oneLine';

it('keeps words and takes out what would move them', () => {
  expect(oneLine('a\r\nb\u2028c \u202egnp.exe\u2069 é שלום')).toBe('a b c  gnp.exe  é שלום');
});

it('leaves nothing of it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(oneLine(text)).not.toMatch(notOneLine)));
});
