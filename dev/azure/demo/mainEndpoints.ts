import { managedNetwork, type EndpointSpec, type Person } from './endpoints';
import { targetSpecs, type TargetKey } from './targets';

const minutes = 1;
const hours = 60 * minutes;
const days = 24 * hours;

const endpoint = (
  name: string,
  target: TargetKey,
  age: number,
  by: Person,
  message: string,
  more: Partial<EndpointSpec>
): EndpointSpec => ({ name, target: targetSpecs[target], age, by, message, ...more });

const pending = { state: 'Pending' };
const rejected = (words: string) => ({ state: 'Rejected', words });
const disconnected = (words: string) => ({ state: 'Disconnected', words });
/** `last` is the last part of its private IP, which it gets with the next refresh. */
const approved = (words: string, last?: number) => ({
  state: 'Approved',
  words,
  ip: last === undefined ? undefined : managedNetwork(last),
});

/** `contoso-grafana`: all ten kinds of the how-to and one of another kind, in every connection and provisioning state. */
export const mainEndpoints: EndpointSpec[] = [
  endpoint('metrics-prod', 'metrics', 151 * days, 'maria', 'Grafana needs the production metrics (MPE-7K2M-4Q8R)', {
    ...approved('Approved for the observability team', 4),
  }),
  endpoint(
    'metrics-platform',
    'metricsPlatform',
    6 * days + 3 * hours,
    'jonas',
    'Dashboards of the platform team, asked for by Jonas Weber (MPE-3FQ8-ZTT5)',
    { lowerCaseTarget: true, ...pending }
  ),
  endpoint('logs-scope', 'logs', 148 * days, 'maria', 'Log Analytics for the on-call dashboards', {
    ...approved('OK, ticket NET-2214', 5),
  }),
  endpoint('telemetry-adx', 'telemetry', 93 * days, 'pipeline', 'Vehicle telemetry (MPE-9WDN-5CT5)', {
    ...approved('Auto-Approved', 6),
  }),
  endpoint('adx-archive', 'archive', 41 * days, 'jonas', 'History before 2024', {
    ...rejected('This cluster is switched off in spring. Use contosotelemetry.'),
  }),
  endpoint('orders-mongo', 'orders', 77 * days, 'maria', 'Orders overview for the shop team', {
    ...approved('Approved by shop-data', 7),
  }),
  endpoint('fleet-citus', 'fleet', 26 * hours, 'amira', 'Fleet map, asked for by Amira Haddad (MPE-5XJ2-RBT5)', {
    ...pending,
  }),
  endpoint('billing-sql', 'billing', 64 * days, 'pipeline', 'Revenue dashboards', approved('', 8)),
  endpoint('erp-sqlmi', 'erp', 12 * days, 'jonas', 'Stock levels per warehouse', pending),
  endpoint('lakehouse', 'lakehouse', 33 * days, 'amira', 'Forecasts of the lakehouse', approved('Approved', 9)),
  endpoint('sandbox-dbx', 'sandbox', 30 * days, 'amira', 'Trial', rejected('Private link needs the Premium tier here')),
  endpoint('catalog-pg', 'catalog', 58 * days, 'maria', 'Product catalogue', approved('Approved by shop-data', 10)),
  endpoint('sessions-pg', 'sessions', 119 * days, 'maria', 'Session statistics', {
    ...disconnected('Removed in the network clean-up of September'),
  }),
  endpoint('loki-aks', 'loki', 90 * days, 'pipeline', 'Logs of the observability cluster (MPE-B4T6-HKT5)', {
    domain: 'loki.obs.contoso.com',
    ...approved('Approved by the AKS team', 21),
  }),
  endpoint('tempo-aks', 'tempo', 47 * minutes, 'maria', 'Traces of the observability cluster (MPE-M8VC-3DT5)', {
    domain: 'tempo.obs.contoso.com',
    ...pending,
  }),
  endpoint('mimir-aks', 'mimir', 5 * hours, 'maria', 'Long-term metrics (MPE-Q2N7-GST5)', {
    domain: 'mimir.obs.contoso.com',
    ...pending,
    owner: { state: 'Approved', words: 'Approved by the AKS team' },
  }),
  endpoint('pyroscope-aks', 'pyroscope', 18 * days, 'pipeline', 'Profiles', {
    domain: 'pyroscope.obs.contoso.com',
    provisioning: 'Updating',
    ...approved('Approved by the AKS team', 22),
  }),
  endpoint('influx-plant7', 'influx', 203 * days, 'jonas', 'Sensors of plant 7', {
    domain: '*.plant7.contoso.com',
    ...approved('Approved: plant IT, B. Okafor', 23),
  }),
  endpoint('prometheus-shop', 'prometheus', 9 * days, 'amira', 'Shop metrics', {
    domain: 'prometheus.shop.contoso.com',
    provisioning: 'NotSpecified',
    ...approved('', 24),
  }),
  endpoint('prometheus-edge', 'edge', 3 * days, 'amira', 'Edge gateways', approved('OK')),
  endpoint('elastic-search', 'elastic', 45 * minutes, 'maria', 'Search logs (MPE-H6R9-WXT5)', {
    domain: 'elastic.search.contoso.com',
    provisioning: 'Accepted',
  }),
  endpoint('metrics-replica', 'metricsPlatform', 40 * minutes, 'jonas', 'Second reader (MPE-2ZK5-FVT5)', {
    provisioning: 'Creating',
  }),
  endpoint('clickhouse', 'clickhouse', 8 * days, 'amira', 'Click stream', {
    domain: 'clickhouse.analytics.contoso.com',
    provisioning: 'Failed',
  }),
  endpoint('orders-sql', 'carts', 15 * days, 'amira', 'Carts', { groupId: 'Sql', provisioning: 'Canceled' }),
  endpoint('reports-sql', 'reports', 240 * days, 'jonas', 'Monthly reports', {
    provisioning: 'Deleting',
    ...approved('', 11),
  }),
  endpoint('reports-old', 'reports', 310 * days, 'jonas', 'Reports until 2023', {
    provisioning: 'Deleted',
    ...disconnected(''),
  }),
  endpoint('backup-blob', 'backups', 21 * days, 'pipeline', 'Backup sizes', approved('Approved', 12)),
];
