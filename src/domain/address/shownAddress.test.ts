import { shownAddress } from './shownAddress';

it.each([
  ['https://loki.contoso.com:3100/path?x=1', 'https://loki.contoso.com:3100/path?x=1'],
  ['http://kim:secret@loki.contoso.com', 'http://kim:…@loki.contoso.com'],
  ['http://kim@loki.contoso.com', 'http://kim@loki.contoso.com'],
  ['mongodb://kim:se:cret@host:27017/db', 'mongodb://kim:…@host:27017/db'],
  ['host:1433;user=kim;Password=secret;encrypt=true', 'host:1433;user=kim;Password=…;encrypt=true'],
  ['https://host/?token=abc&x=1', 'https://host/?token=…&x=1'],
])('%s is shown as %s', (text, shown) => {
  expect(shownAddress(text)).toBe(shown);
});
