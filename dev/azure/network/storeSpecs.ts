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

const behind = (
  target: TargetSpec,
  speaks: StoreSpec['speaks'],
  ports: StoreSpec['ports'],
  more: Partial<StoreSpec> = {}
): StoreSpec => ({
  target,
  speaks,
  ports,
  certificate: [],
  publicNames: [],
  ...more,
});

const azureService = (target: TargetSpec, speaks: StoreSpec['speaks'], host: string, port = 443): StoreSpec =>
  behind(target, speaks, { [port]: port === 443 ? 'https' : 'tcp' }, { certificate: [host], publicNames: [host] });

const monitor = ({ name, location }: TargetSpec) => `${name}-k2f7.${location}.prometheus.monitor.azure.com`;
const kusto = ({ name, location }: TargetSpec) => `${name}.${location}.kusto.windows.net`;
const flexible = ({ name }: TargetSpec) => `${name}.postgres.database.azure.com`;
const sql = ({ name }: TargetSpec) => `${name}.database.windows.net`;

export const storeSpecs: StoreSpec[] = [
  behind(
    targetSpecs.prometheus,
    'prometheus',
    { 9090: 'http', 9443: 'https', 9091: 'closed' },
    { certificate: ['prometheus.shop.contoso.com'] }
  ),
  behind(
    freeTargets.service,
    'prometheus',
    { 9090: 'http', 443: 'https', 9443: 'https', 9091: 'closed' },
    {
      certificate: ['prometheus.payments.contoso.com'],
    }
  ),
  behind(targetSpecs.edge, 'prometheus', { 9090: 'http' }),
  behind(targetSpecs.mimir, 'prometheus', { 443: 'https', 8080: 'http' }, { certificate: ['mimir.obs.contoso.com'] }),
  behind(
    targetSpecs.loki,
    'loki',
    { 443: 'https', 3100: 'http' },
    {
      certificate: ['loki.obs.contoso.com'],
      basicAuth: { user: 'grafana', password: storePassword },
    }
  ),
  behind(targetSpecs.tempo, 'tempo', { 443: 'https', 3200: 'http' }, { certificate: ['tempo.obs.contoso.com'] }),
  behind(targetSpecs.pyroscope, 'pyroscope', { 4040: 'http' }),
  behind(targetSpecs.influx, 'influxdb', { 8086: 'http' }),
  behind(targetSpecs.elastic, 'elasticsearch', { 9200: 'https' }, { certificate: ['elastic.search.contoso.com'] }),
  behind(targetSpecs.clickhouse, 'clickhouse', { 8123: 'http', 9000: 'tcp' }),
  ...[targetSpecs.metrics, targetSpecs.metricsPlatform, freeTargets.monitor].map((it) =>
    azureService(it, 'prometheus', monitor(it))
  ),
  ...[targetSpecs.telemetry, targetSpecs.archive, freeTargets.kusto].map((it) => azureService(it, 'kusto', kusto(it))),
  ...[targetSpecs.catalog, targetSpecs.sessions, freeTargets.flexible].map((it) =>
    azureService(it, 'none', flexible(it), 5432)
  ),
  ...[targetSpecs.billing, targetSpecs.reports, freeTargets.sql].map((it) => azureService(it, 'none', sql(it), 1433)),
  ...[targetSpecs.erp, freeTargets.managedInstance].map((it) =>
    azureService(it, 'none', `${it.name}.a1b2c3d4e5f6.database.windows.net`, 1433)
  ),
];
