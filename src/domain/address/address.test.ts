import fc from 'fast-check';
import { type JsonObject, jsonEqual } from '../json';
import { types } from '../../../catalogue/dataSourceTypes.json';
import table from '../../../testdata/cases/data-source-types.json';
import { addressKind } from '../catalogue/dataSourceTypes';
import {
  changedAuthority,
  effectivePort,
  hostAndPortOf,
  newAddress,
  otherPort,
  readAddress,
  shownAddress,
  withAuthority,
} from './address';
import { type DataSource } from './dataSource';
import { writeField } from './field';
import { tlsUse } from './tlsUse';

const typesWithAddress = Object.keys(types).filter(addressKind);

function fillHost(dataSource: DataSource, host: string): DataSource {
  const address = readAddress(dataSource);
  return address ? withAuthority(dataSource, changedAuthority(address, { host })) : dataSource;
}

function source(type: string, fields: JsonObject): DataSource {
  return { uid: 'u', name: 'n', type, version: 7, secureJsonFields: { password: true }, ...fields };
}

// The backend's tests read the same table, and write each row.
const rows = table.cases as Array<[string, JsonObject, [string, number | null, string, string], string, JsonObject]>;

it.each(rows)('%s %j reads as %j, and with %s is written', (type, before, [host, port, tls, name], newHost, after) => {
  const read = source(type, before);
  const address = readAddress(read);
  expect(address?.host).toBe(host);
  expect(address && effectivePort(address)).toBe(port ?? undefined);
  expect(tlsUse(read)).toEqual({ tls, checkedName: name });
  const written = fillHost(read, newHost);
  expect(written).toEqual(source(type, after));
  expect(address && withAuthority(written, address.parts)).toEqual(read);
});

it('every type with an address has a row', () => {
  expect(new Set(rows.map(([type]) => type))).toEqual(new Set(typesWithAddress));
});

it.each([
  ...(table.unreadable as Array<[string, JsonObject]>),
  ['grafana-azure-monitor-datasource', { url: '/x' }],
  ['cloudwatch', { url: 'http://old' }],
  ['constructor', { url: 'http://old' }],
] as Array<[string, JsonObject]>)('leaves %s %j alone', (type, fields) => {
  const untouched = source(type, fields);
  expect(readAddress(untouched)).toBeUndefined();
  expect(fillHost(untouched, 'new')).toBe(untouched);
  expect(withAuthority(untouched, { scheme: '', host: 'new', port: '' })).toBe(untouched);
});

it('changes the address field and nothing else', () => {
  const fields = fc.object({
    key: fc.string().filter((key) => !['uid', 'name', 'type', 'url', 'jsonData'].includes(key)),
  });
  fc.assert(
    fc.property(fc.constantFrom(...typesWithAddress), fields, fields, (type, top, inner) => {
      const kind = addressKind(type);
      const odd = JSON.parse(JSON.stringify({ ...top, jsonData: { ...inner, ...kind?.only } })) as JsonObject;
      const text = {
        url: 'https://old:1',
        origin: 'https://old',
        redis: 'redis://old:1',
        broker: 'tcp://old:1',
        hostPort: 'old:1',
        mssql: 'old:1',
        host: 'old',
        connectionString: 'mongodb://old:1',
      };
      const before = writeField(source(type, odd), kind?.field ?? 'url', text[kind?.shape ?? 'url']);
      const copy = JSON.parse(JSON.stringify(before)) as DataSource;
      const [there, back] = ['new', 'old'].map((host) => host + (kind?.suffix ?? ''));
      const after = fillHost(before, there ?? '');
      expect(before).toEqual(copy);
      expect(jsonEqual(after, before)).toBe(false);
      expect(jsonEqual(fillHost(after, back ?? ''), before)).toBe(true);
    })
  );
});

it.each([
  ['prometheus', { url: 'http://old' }, 80],
  ['prometheus', { url: 'https://old' }, 443],
  ['prometheus', { url: 'https://old:9090' }, 9090],
  ['mysql', { url: 'old' }, 3306],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old', port: 8443 } }, 8443],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old', port: '8443' } }, 8443],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old' } }, undefined],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old', port: 'x9' } }, undefined],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old', port: '9x' } }, undefined],
  ['grafana-clickhouse-datasource', { jsonData: { host: 'old', port: true } }, undefined],
])('%s %j uses port %s', (type, fields, expected) => {
  const address = readAddress(source(type, fields));
  expect(address && effectivePort(address)).toBe(expected);
});

it('reads the newer field where an older one is still there', () => {
  const both = source('grafana-clickhouse-datasource', { jsonData: { host: 'new', server: 'old' } });
  expect(readAddress(both)).toMatchObject({ field: 'jsonData.host', host: 'new', port: '' });
});

it.each([
  ['prometheus', 'http://h:9090', 9090, undefined],
  ['prometheus', 'http://h:9090', 443, 443],
  ['prometheus', 'http://h:9090', undefined, undefined],
  ['mssql', 'h\\SQL1', 1433, 1433],
  ['mssql', 'h', 1433, undefined],
  ['postgres', 'h:6432', 5432, undefined],
  ['postgres', 'h:6433', 5432, 5432],
  ['postgres', 'h:6432', 5433, 5433],
  ['mysql', 'h:5432', 3306, 3306],
])('%s at %s, of a service that listens on %s, should use %s', (type, url, port, expected) => {
  const address = readAddress(source(type, { url }));
  expect(address && otherPort(port === undefined ? undefined : { port }, address)).toBe(expected);
});

it('tells no other port where nobody knows which one is used', () => {
  const address = readAddress(source('grafana-mqtt-datasource', { jsonData: { uri: 'tcp://h' } }));
  expect(address && otherPort({ port: 1883 }, address)).toBeUndefined();
});

it.each([
  ['mysql', 'mysql://kim:secret@h:3306/shop?x=1', 'h:3306'],
  ['mysql', 'tcp:h:3306', 'h:3306'],
  ['mssql', 'HTTPS://h', 'h'],
  ['mysql', 'h:3306', ''],
  ['mysql', 'see mysql://h:3306', ''],
  ['mysql', 'mysql://', ''],
  ['prometheus', 'http://h:9090/x', ''],
  ['cloudwatch', 'http://h:9090/x', ''],
])('of %s %s, host and port are "%s"', (type, url, expected) => {
  expect(hostAndPortOf(source(type, { url }))).toBe(expected);
});

it.each([
  ['url', true, 'https://', ''],
  ['url', false, 'http://', ''],
  ['broker', true, 'tls://', ''],
  ['broker', false, 'tcp://', ''],
  ['connectionString', true, 'mongodb://', '/?tls=true'],
  ['connectionString', false, 'mongodb://', ''],
  ['hostPort', true, '', ''],
] as const)('a new %s with TLS %s begins with "%s" and ends with "%s"', (shape, tls, scheme, rest) => {
  expect(newAddress(shape, tls)).toEqual({ scheme, rest });
});

it('changes port and scheme where asked, and back', () => {
  const before = source('prometheus', { url: 'http://u:p@old:9090/x' });
  const address = readAddress(before);
  const after = address && changedAuthority(address, { host: 'new', port: 443, scheme: 'https' });
  const changed = after && withAuthority(before, after);
  expect(changed?.url).toBe('https://u:p@new:443/x');
  expect(address && changed && withAuthority(changed, address.parts)).toEqual(before);
});

it('shows an address without its password, whether it reads for sure or not', () => {
  expect(shownAddress(source('mysql', { url: 'kim:se/cret@db:3306' }))).toBe('kim:…@db:3306');
  expect(shownAddress(source('mssql', { url: 'h:1433;app=grafana@contoso' }))).toBe('h:1433;app=grafana@contoso');
  expect(shownAddress(source('cloudwatch', { url: 'http://u:p@h' }))).toBe('');
});
