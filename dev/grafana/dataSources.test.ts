import { parseDataSourceCommand } from './dataSourceCommand';
import { DataSources } from './dataSources';
import { GrafanaError } from './grafanaError';

function command(fields: Record<string, unknown> = {}) {
  const parsed = parseDataSourceCommand({
    name: 'Metrics',
    type: 'prometheus',
    access: 'proxy',
    url: 'http://metrics:9090',
    ...fields,
  });
  if (!parsed) {
    throw new Error('not a command');
  }
  return parsed;
}

/** The status that a write is refused with. */
function refusal(write: () => unknown): number | undefined {
  try {
    write();
    return undefined;
  } catch (error) {
    return error instanceof GrafanaError ? error.status : -1;
  }
}

describe('data sources', () => {
  const sources = new DataSources();
  const uid = sources.add(
    command({ uid: 'metrics', jsonData: { a: 1 }, secureJsonData: { password: 'secret', token: 't' } })
  ).uid;

  it('counts versions and keeps secrets that are not sent', () => {
    const updated = sources.update(uid, command({ version: 1, url: 'http://other:9090', jsonData: { b: 2 } }));
    expect(updated).toMatchObject({ version: 2, url: 'http://other:9090', jsonData: { b: 2 } });
    expect(updated.secureJsonData).toEqual({ password: 'secret', token: 't' });
  });

  it('refuses a stale version', () => {
    expect(refusal(() => sources.update(uid, command({ version: 1 })))).toBe(409);
  });

  it('overwrites without a version, starts again at 1 and loses the jsonData that was left out', () => {
    expect(sources.update(uid, command())).toMatchObject({ version: 1, jsonData: {} });
  });

  it('does not write an empty address where the type needs none', () => {
    sources.add(command({ uid: 'adx', name: 'ADX', type: 'grafana-azure-data-explorer-datasource', url: 'x' }));
    const update = command({ name: 'ADX', type: 'grafana-azure-data-explorer-datasource', url: '' });
    expect(sources.update('adx', update).url).toBe('x');
  });

  it.each([
    ['prometheus', ''],
    ['prometheus', 'http://a b'],
    ['mssql', 'host:name:1433'],
  ])('refuses for %s the address "%s"', (type, url) => {
    expect(refusal(() => sources.update(uid, command({ type, url })))).toBe(400);
  });

  it.each([
    ['grafana-postgresql-datasource', 'db.contoso.com:5432'],
    ['mssql', 'db.contoso.com\\instance:1433'],
    ['grafana-clickhouse-datasource', ''],
  ])('accepts for %s the address "%s"', (type, url) => {
    expect(refusal(() => sources.update(uid, command({ type, url })))).toBeUndefined();
  });

  it('refuses a taken name, another uid, and what is not there', () => {
    sources.add(command({ uid: 'logs', name: 'Logs' }));
    expect(refusal(() => sources.update(uid, command({ name: 'Logs' })))).toBe(409);
    expect(refusal(() => sources.add(command({ name: 'Logs' })))).toBe(409);
    expect(refusal(() => sources.add(command({ name: 'New', uid: 'logs' })))).toBe(409);
    expect(refusal(() => sources.update(uid, command({ uid: 'changed' })))).toBe(500);
    expect(refusal(() => sources.update('nothing', command()))).toBe(404);
  });

  it('protects provisioned ones', () => {
    sources.add(command({ uid: 'fixed', name: 'Fixed' }), true);
    expect(refusal(() => sources.update('fixed', command({ name: 'Fixed' })))).toBe(403);
    expect(refusal(() => sources.remove('fixed'))).toBe(403);
  });

  it('has one default', () => {
    sources.add(command({ uid: 'first', name: 'First', isDefault: true }));
    sources.add(command({ uid: 'second', name: 'Second', isDefault: true }));
    expect(sources.list().filter((source) => source.isDefault)).toHaveLength(1);
  });
});
