import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { bicepKey, quoteBicep } from './quoteBicep';

/** Reads a Bicep string by the escapes that its documentation lists; throws where Bicep would. */
function readBicep(source: string): string {
  const body = /^'((?:[^'\\\n\r$]|\\.|\$(?!\{))*)'$/su.exec(source)?.[1];
  if (body === undefined) {
    throw new Error(`Not one Bicep string: ${source}`);
  }
  return body.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\\'nrt$]))/g, (_, hex: string | undefined, sign: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : ({ n: '\n', r: '\r', t: '\t' }[sign] ?? sign)
  );
}

it('every text reads back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(nastyText, fc.string({ unit: 'binary' })), (text) => {
      expect(readBicep(quoteBicep(text))).toBe(text);
    })
  );
});

it.each([
  ["it's", "'it\\'s'"],
  ['${x}', "'\\${x}'"],
  ['$5', "'$5'"],
  ['a\\b', "'a\\\\b'"],
])('quotes %j as %s', (text, expected) => {
  expect(quoteBicep(text)).toBe(expected);
});

it('quotes a key only where needed', () => {
  expect(bicepKey('team')).toBe('team');
  expect(bicepKey('cost-center')).toBe("'cost-center'");
});
