import fc from 'fast-check';
import { type JsonObject, jsonEqual } from '../json';
import { types } from '../../../catalogue/dataSourceTypes.json';
import table from '../../../testdata/cases/data-source-types.json';
import { addressKind } from '../catalogue/dataSourceTypes';
import { changedAuthority, effectivePort, readAddress, shownAddress, withAuthority, writeField } from './address';
import { type DataSource } from './dataSource';
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
])('%s %j uses port %s', (type, fields, expected) => {
  const address = readAddress(source(type, fields));
  expect(address && effectivePort(address)).toBe(expected);
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
