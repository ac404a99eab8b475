import fc from 'fast-check';
import { type AddressShape, findHost, replaceHost } from './hostSpan';

describe('findHost', () => {
  it.each<[AddressShape, string, [string, string, string] | undefined]>([
    ['url', 'http://prom:9090', ['prom', '9090', 'http']],
    ['url', 'HTTPS://Prom.Contoso.com/path?x=1#y', ['Prom.Contoso.com', '', 'https']],
    ['url', 'prom:9090/x', ['prom', '9090', '']],
    ['url', 'http://kim:p@ss@prom:9090', ['prom', '9090', 'http']],
    ['url', 'http://[fe80::1]:9090/', ['fe80::1', '9090', 'http']],
    ['url', 'http://10.0.0.5', ['10.0.0.5', '', 'http']],
    ['url', 'http://prom:', ['prom', '', 'http']],
    ['url', 'http://$PROM_HOST:9090', undefined],
    ['url', 'http://', undefined],
    ['url', '', undefined],
    ['url', 'http://pro m:9090', undefined],
    ['hostPort', 'pg.contoso.com:5432', ['pg.contoso.com', '5432', '']],
    ['hostPort', 'pg.contoso.com', ['pg.contoso.com', '', '']],
    ['hostPort', 'postgres://pg:5432', undefined],
    ['hostPort', '/var/run/mysqld/mysqld.sock', undefined],
    ['mssql', 'sql.contoso.com', ['sql.contoso.com', '', '']],
    ['mssql', 'sql.contoso.com:1433', ['sql.contoso.com', '1433', '']],
    ['mssql', 'sql.contoso.com\\PROD:1433', ['sql.contoso.com', '1433', '']],
    ['mssql', 'sql.contoso.com\\PROD', ['sql.contoso.com', '', '']],
    ['mssql', 'sql.contoso.com:1433;encrypt=true', ['sql.contoso.com', '1433', '']],
    ['mssql', 'sql.contoso.com,1433', undefined],
    ['host', 'adb-1.2.azuredatabricks.net', ['adb-1.2.azuredatabricks.net', '', '']],
    ['host', 'host:9000', undefined],
    [
      'connectionString',
      'mongodb://kim:secret@acct.mongo.cosmos.azure.com:10255/?ssl=true',
      ['acct.mongo.cosmos.azure.com', '10255', 'mongodb'],
    ],
    [
      'connectionString',
      'mongodb+srv://c.mongocluster.cosmos.azure.com',
      ['c.mongocluster.cosmos.azure.com', '', 'mongodb+srv'],
    ],
    ['connectionString', 'mongodb://a:1,b:2/db', undefined],
    ['connectionString', 'Server=x;', undefined],
  ])('%s %j: %j', (shape, text, expected) => {
    const span = findHost(shape, text);
    expect(span && [span.host, span.port, span.scheme]).toEqual(expected);
  });
});

it.each<[AddressShape, string, string, string]>([
  ['url', 'https://kim:pw@old:9090/a?b#c', 'new.contoso.com', 'https://kim:pw@new.contoso.com:9090/a?b#c'],
  ['url', 'http://[::1]:80/', '10.0.0.5', 'http://10.0.0.5:80/'],
  ['url', 'http://old', 'fe80::1', 'http://[fe80::1]'],
  ['hostPort', 'old:5432', 'new', 'new:5432'],
  ['mssql', 'old\\PROD:1433;a=b', 'new', 'new\\PROD:1433;a=b'],
])('replaces the host alone: %s %j', (shape, text, host, expected) => {
  const span = findHost(shape, text);
  expect(span && replaceHost(text, span, host)).toBe(expected);
});

const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6());
const port = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 65535 }).map((number) => `:${number}`)
);
const tail = fc.stringMatching(/^([/?#][ -~]*)?$/);
const user = fc.oneof(fc.constant(''), fc.stringMatching(/^[a-z:!$&]{1,8}@$/));

function bracket(text: string): string {
  return text.includes(':') ? `[${text}]` : text;
}

const addresses: fc.Arbitrary<[AddressShape, string, string, string]> = fc.oneof(
  fc
    .tuple(fc.constantFrom('', 'http://', 'https://', 'HTTP://'), user, host, port, tail)
    .map(([scheme, credentials, name, number, rest]): [AddressShape, string, string, string] => [
      'url',
      `${scheme}${credentials}`,
      bracket(name),
      `${number}${rest}`,
    ]),
  fc
    .tuple(host, port)
    .map(([name, number]): [AddressShape, string, string, string] => ['hostPort', '', bracket(name), number]),
  fc
    .tuple(fc.domain(), fc.constantFrom('', '\\SQL1'), port, fc.stringMatching(/^(;[ -~]*)?$/))
    .map(([name, instance, number, options]): [AddressShape, string, string, string] => [
      'mssql',
      '',
      name,
      `${instance}${number}${options}`,
    ]),
  fc
    .tuple(user, host, port, tail)
    .map(([credentials, name, number, rest]): [AddressShape, string, string, string] => [
      'connectionString',
      `mongodb://${credentials}`,
      bracket(name),
      `${number}${rest}`,
    ])
);

describe('properties', () => {
  it('any address survives read and write unchanged', () => {
    fc.assert(
      fc.property(addresses, ([shape, before, name, after]) => {
        const text = `${before}${name}${after}`;
        const span = findHost(shape, text);
        expect(span && replaceHost(text, span, span.host)).toBe(text);
      })
    );
  });

  it('only the host differs after filling in', () => {
    fc.assert(
      fc.property(addresses, host, ([shape, before, name, after], other) => {
        const text = `${before}${name}${after}`;
        const span = findHost(shape, text);
        expect(span && replaceHost(text, span, other)).toBe(`${before}${bracket(other)}${after}`);
      })
    );
  });

  it('no text crashes it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<AddressShape>('url', 'hostPort', 'mssql', 'host', 'connectionString'),
        fc.string({ unit: 'binary' }),
        (shape, text) => {
          const span = findHost(shape, text);
          expect(span ? replaceHost(text, span, span.host) : text).toBe(text);
        }
      )
    );
  });
});
