import fc from 'fast-check';
import { nastyText } from '../../test/arbitrary/exportInput';
import { readHcl } from '../../test/arbitrary/readHcl';
import { quoteHcl, terraformName } from './quoteHcl';

it("HashiCorp's parser reads every text back as it was, without interpolation", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(nastyText, fc.string({ unit: 'binary' }))), async (texts) => {
      // HCL texts are in normal form C.
      const normal = texts.map((text) => text.normalize('NFC'));
      const source = `locals {\n  texts = [${normal.map(quoteHcl).join(', ')}]\n}\n`;
      expect(await readHcl(source)).toEqual({ locals: [{ texts: normal }] });
    }),
    { numRuns: 100 }
  );
});

it.each([
  ['${x}', '"\\u0024{x}"'],
  ['a$${x} %{y} $5', '"a$\\u0024{x} \\u0025{y} $5"'],
  ['"\\\n\r\t\u0001', '"\\"\\\\\\n\\r\\t\\u0001"'],
])('quotes %j', (text, expected) => {
  expect(quoteHcl(text)).toBe(expected);
});

it.each([
  ['influx', 'influx'],
  ['Orders-SQL', 'orders_sql'],
  ['1st', 'endpoint_1st'],
  ['---', 'endpoint'],
  ['a--b', 'a_b'],
  ['__a__', 'a'],
])('names a block for %j: %s', (text, expected) => {
  expect(terraformName(text)).toBe(expected);
});
