import { type Context, type Env, Hono } from 'hono';
import { GrafanaError } from './grafanaError';

const dashboards = [
  dashboard('production', 'Production', 'prod-metrics'),
  dashboard('shop-overview', 'Shop overview', 'shop-metrics', 'revenue'),
  dashboard('payments', 'Payments', 'payments-metrics'),
  dashboard('cluster', 'Cluster', 'cluster-logs', 'observability-logs', 'traces'),
  dashboard('plant7', 'Plant 7', 'plant7', 'plant7-sensors'),
];

const alertRules = {
  Shop: [{ name: 'checkout', interval: '1m', rules: [rule('checkout-errors', 'Checkout errors', 'shop-metrics')] }],
  Production: [{ name: 'nodes', interval: '1m', rules: [rule('node-down', 'Node down', 'prod-metrics')] }],
  Plants: [
    {
      name: 'sensors',
      interval: '1m',
      rules: [rule('no-data', 'No sensor data', 'plant7'), rule('too-hot', 'Too hot', 'plant7-sensors')],
    },
  ],
};

/**
 * Dashboards and alert rules for whoever is signed in, as Grafana 12.4 serves them, in so far as they name data sources
 * (pkg/api/api.go; pkg/services/ngalert/api/api_ruler.go). A licence is what hides some of them from others.
 */
export function dependentRoutes<E extends Env>(signedIn: (c: Context<E>) => unknown): Hono<E> {
  const routes = new Hono<E>();
  routes.get('/api/search', (c) => {
    signedIn(c);
    const found = dashboards.map(({ uid, title }) => ({ uid, title, type: 'dash-db', url: `/d/${uid}`, tags: [] }));
    return c.json(found.slice(0, Number(c.req.query('limit') ?? 1_000)));
  });
  routes.get('/api/dashboards/uid/:uid', (c) => {
    signedIn(c);
    const found = dashboards.find(({ uid }) => uid === c.req.param('uid'));
    if (!found) {
      throw new GrafanaError(404, 'Dashboard not found');
    }
    return c.json({ meta: { type: 'db', slug: found.uid }, dashboard: found });
  });
  routes.get('/api/ruler/grafana/api/v1/rules', (c) => {
    signedIn(c);
    return c.json(alertRules);
  });
  return routes;
}

function dashboard(uid: string, title: string, ...sources: string[]) {
  const panels = sources.map((source, i) => ({
    id: i + 1,
    type: 'timeseries',
    title: source,
    datasource: { uid: source },
    targets: [{ refId: 'A', datasource: { uid: source } }],
  }));
  return { uid, title, schemaVersion: 41, version: 1, panels };
}

function rule(uid: string, title: string, datasourceUid: string) {
  const data = [
    { refId: 'A', queryType: '', relativeTimeRange: { from: 600, to: 0 }, datasourceUid, model: {} },
    { refId: 'B', queryType: '', relativeTimeRange: { from: 0, to: 0 }, datasourceUid: '__expr__', model: {} },
  ];
  return { expr: '', for: '5m', grafana_alert: { uid, title, condition: 'B', data } };
}
