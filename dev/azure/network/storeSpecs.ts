import { freeTargets, targetSpecs, type TargetSpec } from '../demo/targets';

/** What a port of a data store does: speaks http, https, takes connections only, or has no process behind it. */
export type PortUse = 'http' | 'https' | 'tcp' | 'closed';

/** A data store that stands behind a target. */
export interface StoreSpec {
  target: TargetSpec;
  speaks:
    'prometheus' | 'loki' | 'tempo' | 'elasticsearch' | 'influxdb' | 'pyroscope' | 'clickhouse' | 'kusto' | 'none';
  ports: Record<number, PortUse>;
  /** Names in its certificate. An Azure service has its own; a private one has what its owner gave it. */
  certificate: string[];
  /** Names that public DNS knows, for services with a public face, which refuses to answer. */
  publicNames: string[];
  /** The sign-in that it wants. */
  basicAuth?: { user: string; password: string };
}

/** A demonstration store's password, which a data source keeps as a secret. */
export const storePassword = 'stand-in-store-password';

/** `name` is in the store's certificate. */
const behind = (
  target: TargetSpec,
  speaks: StoreSpec['speaks'],
  ports: StoreSpec['ports'],
  name?: string,
  signIn?: StoreSpec['basicAuth']
): StoreSpec => ({ target, speaks, ports, certificate: name ? [name] : [], publicNames: [], basicAuth: signIn });

const azureServices = (
  targets: TargetSpec[],
  speaks: StoreSpec['speaks'],
  host: (target: TargetSpec) => string,
  ports: StoreSpec['ports']
): StoreSpec[] =>
  targets.map((target) => ({ ...behind(target, speaks, ports, host(target)), publicNames: [host(target)] }));

const { monitor, kusto, flexible, sql, managedInstance, service } = freeTargets;
const { metrics, metricsPlatform, telemetry, archive, catalog, sessions, billing, reports, erp } = targetSpecs;

export const storeSpecs: StoreSpec[] = [
  behind(
    targetSpecs.prometheus,
    'prometheus',
    { 9090: 'http', 9443: 'https', 9091: 'closed' },
    'prometheus.shop.contoso.com'
  ),
  behind(
    service,
    'prometheus',
    { 9090: 'http', 443: 'https', 9443: 'https', 9091: 'closed' },
    'prometheus.payments.contoso.com'
  ),
  behind(targetSpecs.edge, 'prometheus', { 9090: 'http' }),
  behind(targetSpecs.mimir, 'prometheus', { 443: 'https', 8080: 'http' }, 'mimir.obs.contoso.com'),
  behind(targetSpecs.loki, 'loki', { 443: 'https', 3100: 'http' }, 'loki.obs.contoso.com', {
    user: 'grafana',
    password: storePassword,
  }),
  behind(targetSpecs.tempo, 'tempo', { 443: 'https', 3200: 'http' }, 'tempo.obs.contoso.com'),
  behind(targetSpecs.pyroscope, 'pyroscope', { 4040: 'http' }),
  behind(targetSpecs.influx, 'influxdb', { 8086: 'http' }),
  behind(targetSpecs.elastic, 'elasticsearch', { 9200: 'https' }, 'elastic.search.contoso.com'),
  behind(targetSpecs.clickhouse, 'clickhouse', { 8123: 'http', 9000: 'tcp' }),
  ...azureServices(
    [metrics, metricsPlatform, monitor],
    'prometheus',
    ({ name, location }) => `${name}-k2f7.${location}.prometheus.monitor.azure.com`,
    { 443: 'https' }
  ),
  ...azureServices(
    [telemetry, archive, kusto],
    'kusto',
    ({ name, location }) => `${name}.${location}.kusto.windows.net`,
    { 443: 'https' }
  ),
  ...azureServices([catalog, sessions, flexible], 'none', ({ name }) => `${name}.postgres.database.azure.com`, {
    5432: 'tcp',
  }),
  ...azureServices([billing, reports, sql], 'none', ({ name }) => `${name}.database.windows.net`, { 1433: 'tcp' }),
  ...azureServices([erp, managedInstance], 'none', ({ name }) => `${name}.a1b2c3d4e5f6.database.windows.net`, {
    1433: 'tcp',
  }),
];
