import fc from 'fast-check';
import { findRequestCode, holdsRequestCode, requestCode, requestCodeBytes } from './requestCode';

const random = fc.uint8Array({ minLength: requestCodeBytes, maxLength: requestCodeBytes });

it('a code is found again in any text around it', () => {
  fc.assert(
    fc.property(random, fc.string(), (bytes, text) => {
      const code = requestCode(bytes);
      fc.pre(findRequestCode(text) === '');
      expect(findRequestCode(`${text} (${code.toLowerCase()}).`)).toBe(code);
      expect(holdsRequestCode(`${text}\n${code}`, code)).toBe(true);
    })
  );
});

it('looks as promised', () => {
  expect(requestCode(new Uint8Array([0, 1, 2, 3, 31, 32, 33, 255]))).toBe('MPE-0123-Z01Z');
});

it.each([
  ['no code here', ''],
  ['xMPE-7K3M-X9QT', ''],
  ['MPE-7K3M-X9QTA', ''],
  ['MPE-7K3M-X9QI', ''],
  ['MPE-7K3M-X9QT and mpe-7k3m-x9qt', 'MPE-7K3M-X9QT'],
  ['MPE-7K3M-X9QT and MPE-7K3M-X9QV', ''],
])('finds in %j: %j', (text, expected) => {
  expect(findRequestCode(text)).toBe(expected);
});

it('holds each of several codes, whatever the casing', () => {
  const text = 'MPE-7K3M-X9QT and MPE-7K3M-X9QV';
  expect(['mpe-7k3m-x9qt', 'MPE-7K3M-X9QV', 'MPE-0000-0000'].map((code) => holdsRequestCode(text, code))).toEqual([
    ...[true, true, false],
  ]);
});

it('no code is held by nothing', () => {
  expect(holdsRequestCode('MPE-7K3M-X9QT', '')).toBe(false);
});
