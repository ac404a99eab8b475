import fc from 'fast-check';
import { unsafeNumbers } from './unsafeNumbers';

it.each([
  ['{"a":1,"b":[1.5,-2e10,0,-0,1e21,0.1],"c":9007199254740991}', []],
  ['{"orgId":9007199254740993}', [{ key: 'orgId', text: '9007199254740993' }]],
  ['{"a":{"b":12345678901234567890}}', [{ key: 'b', text: '12345678901234567890' }]],
  ['{"a":1e999}', [{ key: 'a', text: '1e999' }]],
  ['{"a":0.1000000000000000055}', [{ key: 'a', text: '0.1000000000000000055' }]],
  ['{"a":"9007199254740993","b":"\\"9007199254740993"}', []],
  ['9007199254740993', [{ key: '', text: '9007199254740993' }]],
  ['{"a":1.50,"b":15e-1,"c":10000000000000000000000}', []],
  ['{"a": 1e-400}', [{ key: 'a', text: '1e-400' }]],
  ['{"a":0.001,"b":100,"c":-0.0,"d":1E5,"e":0.0010}', []],
  ['{"a":1e-3,"b":0.0000001,"c":1005e2,"d":100500,"e":-0e5}', []],
  ['{"a":-1e999}', [{ key: 'a', text: '-1e999' }]],
  ['{"a":["x","y",9007199254740993]}', [{ key: 'a', text: '9007199254740993' }]],
])('%s', (json, expected) => {
  expect(unsafeNumbers(json)).toEqual(expected);
});

it('finds nothing in what JavaScript itself wrote', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(unsafeNumbers(JSON.stringify(value))).toEqual([])));
});

/** The value of a whole number that JavaScript wrote, as in 1.5e+21. */
function writtenValue(number: number): bigint {
  const [mantissa = '', exponent = '0'] = String(number).split('e+');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(whole + fraction) * 10n ** BigInt(Number(exponent) - fraction.length);
}

it('finds every whole number that JavaScript would write as another', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (number) => {
      expect(unsafeNumbers(`{"n":${number}}`)).toHaveLength(writtenValue(Number(number)) === number ? 0 : 1);
    })
  );
});
