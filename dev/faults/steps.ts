import { freeTargets, targetId } from '../azure/demo/targets';
import { type Answer, type Ask } from './backend';

/** One request to Azure or the workspace's Grafana, as the stand-in's control routes find it. */
interface Upstream {
  host: 'resourceManager' | 'grafana';
  method: string;
  /** A regular expression. */
  path: string;
}

/** Something that an admin does. */
export interface Step {
  name: string;
  upstream: Upstream;
  /** Does it; what it needs to know beforehand it reads itself, as the page does. */
  act: (ask: Ask, prepared: string) => Promise<Answer>;
  /** Runs before the fault; what it gives back goes to `act`. */
  prepare?: (ask: Ask) => Promise<string>;
  /** Only for changes: how often the change is there. */
  done?: (ask: Ask) => Promise<number>;
  /** True where it waits for a data source, up to 50 seconds instead of 20. */
  isPatient?: boolean;
  /** True for the data source: its errors are one text, with the hint at its end. */
  isQuery?: boolean;
  /** What the step itself may change: left out when nothing else may be lost. */
  own?: string;
}

const endpoints = 'contoso-grafana/managedPrivateEndpoints';
const newHost = 'edge.plant7.contoso.com';
const newUrl = `http://${newHost}:9090`;
const newEndpoint = { targetId: targetId(freeTargets.service), subResources: [], requestMessage: 'Asked by a test' };

async function list(ask: Ask, route: 'endpoints' | 'datasources', key: 'endpoints' | 'dataSources') {
  const { status, body } = await ask('GET', route);
  if (status !== 200) {
    throw new Error(`${route} can't be read: ${JSON.stringify(body)}`);
  }
  return body[key] as Array<Record<string, unknown>>;
}

const endpointsOf = (ask: Ask) => list(ask, 'endpoints', 'endpoints');
const dataSourcesOf = (ask: Ask) => list(ask, 'datasources', 'dataSources');

/** When an endpoint was created, as the page saw it: a change names the very endpoint that it is for. */
const createdAtOf = (name: string) => async (ask: Ask) =>
  String((await endpointsOf(ask)).find((endpoint) => endpoint.name === name)?.createdAt);

async function versionOf(ask: Ask, uid: string): Promise<number> {
  const { body } = await ask('GET', `datasources/${uid}`);
  return Number((body.dataSource as Record<string, unknown> | undefined)?.version ?? 1);
}

const fill = async (ask: Ask) => {
  const version = await versionOf(ask, 'edge-metrics');
  return ask('POST', 'datasources/edge-metrics/fill', {
    endpoint: 'influx-plant7',
    createdAt: await createdAtOf('influx-plant7')(ask),
    version,
    host: newHost,
  });
};

const urlIs = (url: string) => async (ask: Ask) =>
  (await dataSourcesOf(ask)).filter((source) => source.uid === 'edge-metrics' && source.url === url).length;

const check = (uid: string): Step => ({
  name: "Test a data source of the workspace's Grafana",
  upstream: { host: 'grafana', method: 'GET', path: `${uid}/health$` },
  act: (ask) => ask('POST', `datasources/${uid}/health`, {}),
  isPatient: true,
});

/** A test of another data source, so that two can run at once. */
export const otherCheck = check('plant7');

export const reads: Step[] = [
  {
    name: 'List the endpoints',
    upstream: { host: 'resourceManager', method: 'GET', path: `${endpoints}$` },
    act: (ask) => ask('GET', 'endpoints'),
  },
  {
    name: 'Read one endpoint',
    upstream: { host: 'resourceManager', method: 'GET', path: `${endpoints}/loki-aks$` },
    act: (ask) => ask('GET', 'endpoints/loki-aks'),
  },
  {
    name: 'Search target resources',
    upstream: { host: 'resourceManager', method: 'POST', path: 'Microsoft.ResourceGraph/resources$' },
    act: (ask) => ask('GET', 'targets?text=payments'),
  },
  {
    name: 'Read the status of an operation',
    upstream: { host: 'resourceManager', method: 'GET', path: 'operationStatuses' },
    prepare: async (ask) =>
      ((await ask('POST', 'refresh', {})).body.operation as { statusPath: string } | undefined)?.statusPath ?? '',
    act: (ask, statusPath) => ask('POST', 'operations', { kind: 'refresh', statusPath }),
  },
  {
    name: "List the data sources of the workspace's Grafana",
    upstream: { host: 'grafana', method: 'GET', path: '^/api/datasources$' },
    act: (ask) => ask('GET', 'datasources'),
  },
  check('shop-metrics'),
  {
    name: 'Query the private endpoints with the data source',
    upstream: { host: 'resourceManager', method: 'GET', path: `${endpoints}$` },
    act: (ask) => ask('QUERY', 'endpoints'),
    isQuery: true,
  },
  {
    name: 'Query the activity log with the data source',
    upstream: { host: 'resourceManager', method: 'GET', path: 'eventtypes/management/values$' },
    act: (ask) => ask('QUERY', 'activity'),
    isQuery: true,
  },
];

export const writes: Step[] = [
  {
    name: 'Create an endpoint',
    upstream: { host: 'resourceManager', method: 'PUT', path: `${endpoints}/fault-probe$` },
    act: (ask) => ask('PUT', 'endpoints/fault-probe', newEndpoint),
    done: async (ask) => (await endpointsOf(ask)).filter(({ name }) => name === 'fault-probe').length,
    own: 'fault-probe',
  },
  {
    name: "Update an endpoint's tags",
    upstream: { host: 'resourceManager', method: 'PATCH', path: `${endpoints}/loki-aks$` },
    prepare: createdAtOf('loki-aks'),
    act: (ask, createdAt) =>
      ask('PATCH', 'endpoints/loki-aks', { tags: { seen: {}, wanted: { probe: 'yes' } }, createdAt }),
    done: async (ask) => (await endpointsOf(ask)).filter(({ tags }) => Object.hasOwn(tags as object, 'probe')).length,
  },
  {
    name: 'Delete an endpoint',
    upstream: { host: 'resourceManager', method: 'DELETE', path: `${endpoints}/reports-old$` },
    prepare: createdAtOf('reports-old'),
    act: (ask, createdAt) => ask('DELETE', 'endpoints/reports-old', { createdAt }),
    done: async (ask) => 1 - (await endpointsOf(ask)).filter(({ name }) => name === 'reports-old').length,
    own: 'reports-old',
  },
  {
    name: 'Refresh the workspace',
    upstream: { host: 'resourceManager', method: 'POST', path: 'refreshManagedPrivateEndpoints$' },
    act: (ask) => ask('POST', 'refresh', {}),
    // Approved by its owner before, so that the refresh shows.
    done: async (ask) =>
      (await endpointsOf(ask)).filter(
        ({ name, connectionState }) => name === 'mimir-aks' && connectionState === 'Approved'
      ).length,
  },
  {
    name: 'Approve a request on its target',
    upstream: { host: 'resourceManager', method: 'PUT', path: 'contoso-fleet/privateEndpointConnections/' },
    prepare: async (ask) => JSON.stringify((await ask('GET', 'endpoints/fleet-citus/approval')).body),
    act: (ask, seen) => {
      const { createdAt, connectionId } = JSON.parse(seen) as Record<string, string>;
      return ask('POST', 'endpoints/fleet-citus/approval', {
        ...{ createdAt, connectionId },
        ...{ decision: 'approve', comment: 'Fine' },
      });
    },
    done: async (ask) => {
      const { connection } = (await ask('GET', 'endpoints/fleet-citus/connection')).body;
      return (connection as { status: string }).status === 'Approved' ? 1 : 0;
    },
  },
  {
    name: 'Update the URL of a data source',
    upstream: { host: 'grafana', method: 'PUT', path: '^/api/datasources/uid/edge-metrics$' },
    act: fill,
    done: urlIs(newUrl),
    own: 'edge-metrics',
  },
  {
    name: 'Undo a URL update',
    upstream: { host: 'grafana', method: 'PUT', path: '^/api/datasources/uid/edge-metrics$' },
    prepare: async (ask) => String((await fill(ask)).body.receipt ?? ''),
    act: (ask, receipt) => ask('POST', 'datasources/edge-metrics/undo', { receipt }),
    done: urlIs('http://10.174.0.77:9090'),
    own: 'edge-metrics',
  },
  {
    name: 'Create a data source',
    upstream: { host: 'grafana', method: 'POST', path: '^/api/datasources$' },
    prepare: createdAtOf('influx-plant7'),
    act: (ask, createdAt) =>
      ask('POST', 'datasources', {
        createdAt,
        type: 'prometheus',
        name: 'Fault probe',
        endpoint: 'influx-plant7',
        host: newHost,
        port: 9090,
        scheme: 'http',
      }),
    done: async (ask) => (await dataSourcesOf(ask)).filter(({ name }) => name === 'Fault probe').length,
    own: 'Fault probe',
  },
];

/** All that isn't the step's own, to see that nothing else was lost or changed. */
export async function rest(ask: Ask, { own, name }: Step): Promise<string> {
  const sources = (await dataSourcesOf(ask)).filter((source) => source.uid !== own && source.name !== own);
  const others = (await endpointsOf(ask)).filter((endpoint) => endpoint.name !== own);
  const told = others.map((endpoint) => [
    endpoint.name,
    endpoint.targetId,
    endpoint.requestMessage,
    endpoint.domainName,
  ]);
  return `${name}\n${JSON.stringify(told)}\n${JSON.stringify(sources)}`;
}
