import { storePassword } from '../dev/azure/network/storeSpecs';
import { type Place } from '../src/domain/place';

/** A data source that nothing leads anywhere, for the endpoint loki-aks, which is ready from the start. */
export const stagingLogs = {
  uid: 'staging-logs',
  name: 'Staging logs',
  type: 'loki',
  access: 'proxy',
  url: 'http://loki.staging.internal:3100',
  basicAuth: true,
  basicAuthUser: 'grafana',
  jsonData: { maxLines: 500 },
  secureJsonData: { basicAuthPassword: storePassword },
};

/** Its address over loki-aks. */
export const lokiUrl = 'http://loki.obs.contoso.com:3100';

/** Where data sources live, with the end of a test's title. */
export const places: Array<[Place, string]> = [
  ['remote', 'from another Grafana'],
  ['local', 'inside the workspace’s own Grafana'],
];
