import {
  adapterOf,
  adapterOfType,
  readField,
  typesWithAddress,
  typesWithoutAddress,
  writeField,
} from './addressAdapters';
import { type DataSource } from './dataSource';

const clickHouse: DataSource = { uid: 'u', name: 'n', type: 'grafana-clickhouse-datasource' };

it('types known only from documentation are never written', () => {
  const paste = typesWithAddress.filter((type) => adapterOfType(type)?.mode === 'paste');
  expect(paste).toEqual([
    'grafana-mongodb-datasource',
    'grafana-databricks-datasource',
    'grafana-azurecosmosdb-datasource',
  ]);
});

it('no type is in both lists', () => {
  expect(typesWithoutAddress.filter((type) => adapterOfType(type))).toEqual([]);
});

it('finds the host of an old ClickHouse source', () => {
  expect(adapterOf({ ...clickHouse, jsonData: { server: 'x' } })?.field).toBe('jsonData.server');
  expect(adapterOf({ ...clickHouse, jsonData: { server: 'x', host: 'y' } })?.field).toBe('jsonData.host');
  expect(adapterOf(clickHouse)?.field).toBe('jsonData.host');
});

it('reads and writes a field without touching the original', () => {
  const before = { ...clickHouse, jsonData: { host: 'a', port: 1 } };
  const after = writeField(before, 'jsonData.host', 'b');
  expect(readField(after, 'jsonData.host')).toBe('b');
  expect(after.jsonData).toEqual({ host: 'b', port: 1 });
  expect(before.jsonData.host).toBe('a');
  expect(readField(clickHouse, 'url')).toBe('');
});
