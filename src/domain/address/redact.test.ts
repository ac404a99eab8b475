import fc from 'fast-check';
import secrets from '../../../catalogue/secretNames.json';
import table from '../../../testdata/cases/addresses.json';
import { isHidden, redactAddress, redactSetting, redactText } from './redact';

it.each(table.texts as Array<[string, string | null]>)('%j', (text, shown) => {
  expect(redactText(text)).toBe(shown ?? text);
});

const names = [...secrets.names, ...secrets.options];
const password = fc
  .string({ minLength: 4, maxLength: 12 })
  .filter((text) => !/[\s"'<>]/.test(text) && !'http://kim:@db.contoso.com:5432'.includes(text));

it('shows no password, whatever it holds', () => {
  fc.assert(
    fc.property(password, fc.constantFrom('http://', ''), (secret, scheme) => {
      const address = `${scheme}kim:${secret}@db.contoso.com:5432`;
      for (const shape of ['url', 'hostPort', undefined] as const) {
        expect(redactAddress(address, shape)).not.toContain(secret);
      }
      expect(redactText(`dial ${address} failed`)).not.toContain(secret);
    }),
    { numRuns: 2_000 }
  );
});

it.each(names)('shows no option %s', (name) => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9@/?#:=+.]{8,12}$/), (secret) => {
      expect(redactAddress(`h:1433;${name.toUpperCase()}=${secret};x=1`, 'mssql')).not.toContain(secret);
      expect(redactAddress(`https://h/x?a=b&${name}=${secret}&c=d`, 'url')).not.toContain(secret);
    })
  );
});

it.each([
  ['jsonData.clientSecret', 'abc', '[hidden]'],
  ['jsonData.API_KEY', 'abc', '[hidden]'],
  ['jsonData.deep.key', 'abc', '[hidden]'],
  ['key', 'abc', '[hidden]'],
  ['jsonData.password', '', ''],
  ['jsonData.keyspace', 'abc', 'abc'],
  ['jsonData.tokenUrl', 'http://u:p@h', 'http://u:…@h'],
  ['url', 'kim:secret@db', 'kim:…@db'],
])('shows the setting %s %j as %j', (path, value, shown) => {
  expect(redactSetting(path, value)).toBe(shown);
});

it.each([
  ['http://u:***@h', true],
  ['[hidden] was refused', true],
  ['kim:…@db', true],
  ['tcp:…', true],
  ['kim:…x', false],
  ['see…', false],
])('%s had a secret: %s', (text, expected) => {
  expect(isHidden(text)).toBe(expected);
});
