import fc from 'fast-check';
import { type JsonObject, jsonEqual } from '../json';
import types from '../../../catalogue/dataSourceTypes.json';
import { addressKind } from '../catalogue/dataSourceTypes';
import { changedAuthority, effectivePort, readAddress, shownAddress, withAuthority, writeField } from './address';
import { type DataSource } from './dataSource';

const typesWithAddress = Object.keys(types).filter(addressKind);

function fillHost(dataSource: DataSource, host: string): DataSource {
  const address = readAddress(dataSource);
  return address ? withAuthority(dataSource, changedAuthority(address, { host })) : dataSource;
}

function source(type: string, fields: JsonObject): DataSource {
  return { uid: 'u', name: 'n', type, version: 7, secureJsonFields: { password: true }, ...fields };
}

const https = 'https://old.contoso.com:8443/path?x=1';
const filledHttps = 'https://new.contoso.com:8443/path?x=1';

// Read, fill in, written object: one row a type and version of its shape.
const rows: Array<[string, JsonObject, JsonObject]> = [
  ...[
    'prometheus',
    'grafana-azureprometheus-datasource',
    'loki',
    'tempo',
    'jaeger',
    'zipkin',
    'elasticsearch',
    'grafana-opensearch-datasource',
    'influxdb',
    'graphite',
    'opentsdb',
    'alertmanager',
    'grafana-pyroscope-datasource',
    'parca',
  ].map((type): [string, JsonObject, JsonObject] => [type, { url: https }, { url: filledHttps }]),
  ['prometheus', { url: 'old:9090' }, { url: 'new.contoso.com:9090' }],
  ['grafana-postgresql-datasource', { url: 'old:5432' }, { url: 'new.contoso.com:5432' }],
  ['postgres', { url: 'old' }, { url: 'new.contoso.com' }],
  ['mysql', { url: 'old:3306' }, { url: 'new.contoso.com:3306' }],
  ['mssql', { url: 'old\\SQL1:1433' }, { url: 'new.contoso.com\\SQL1:1433' }],
  [
    'grafana-azure-data-explorer-datasource',
    { url: '', jsonData: { clusterUrl: https, odd: [1] } },
    { url: '', jsonData: { clusterUrl: filledHttps, odd: [1] } },
  ],
  [
    'grafana-clickhouse-datasource',
    { jsonData: { host: 'old', port: 9440, secure: true } },
    { jsonData: { host: 'new.contoso.com', port: 9440, secure: true } },
  ],
  [
    'grafana-clickhouse-datasource',
    { jsonData: { server: 'old', port: 9000 } },
    { jsonData: { server: 'new.contoso.com', port: 9000 } },
  ],
  [
    'grafana-mongodb-datasource',
    { jsonData: { connection: 'mongodb://old:10255/db?ssl=true' } },
    { jsonData: { connection: 'mongodb://new.contoso.com:10255/db?ssl=true' } },
  ],
  ['grafana-databricks-datasource', { jsonData: { host: 'old' } }, { jsonData: { host: 'new.contoso.com' } }],
  [
    'grafana-azurecosmosdb-datasource',
    { jsonData: { accountEndpoint: 'https://old:443/' } },
    { jsonData: { accountEndpoint: 'https://new.contoso.com:443/' } },
  ],
];

it.each(rows)('%s %j', (type, before, after) => {
  expect(fillHost(source(type, before), 'new.contoso.com')).toEqual(source(type, after));
});

it('every type with an adapter has a row', () => {
  expect(new Set(rows.map(([type]) => type))).toEqual(new Set(typesWithAddress));
});

it.each([
  ['grafana-azure-monitor-datasource', { url: '/x' }],
  ['cloudwatch', { url: 'http://old' }],
  ['constructor', { url: 'http://old' }],
  ['mysql', { url: '/var/run/mysqld.sock' }],
  ['prometheus', { url: 'http://${HOST}' }],
  ['prometheus', { url: 42 }],
])('leaves %s %j alone', (type, fields) => {
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
      const odd = JSON.parse(JSON.stringify({ ...top, jsonData: inner })) as JsonObject;
      const kind = addressKind(type);
      const text = {
        url: 'https://old:1',
        hostPort: 'old:1',
        mssql: 'old:1',
        host: 'old',
        connectionString: 'mongodb://old:1',
      };
      const before = writeField(source(type, odd), kind?.field ?? 'url', text[kind?.shape ?? 'url']);
      const copy = JSON.parse(JSON.stringify(before)) as DataSource;
      const after = fillHost(before, 'new');
      expect(before).toEqual(copy);
      expect(jsonEqual(after, before)).toBe(false);
      expect(jsonEqual(fillHost(after, 'old'), before)).toBe(true);
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
