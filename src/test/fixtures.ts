import { type DataSourceAccess } from '../domain/dataSourceAccess';
import { type Endpoint } from '../domain/endpoint';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../domain/testing/sampleEndpoint';
import { type SetupAnswer, type SignInOptions } from '../domain/settings/setup';
import { type Workspace, type WorkspaceSummary } from '../domain/workspace';

export const demoWorkspace: Workspace = {
  id: sampleWorkspaceId,
  name: 'contoso-grafana',
  resourceGroup: 'observability',
  location: 'westeurope',
  tier: 'Standard',
  grafanaVersion: '12.1.0',
  endpoint: 'https://contoso-grafana-abcd.weu.grafana.azure.com',
  linkedMonitorWorkspaces: [],
  createdAt: '2025-03-01T08:00:00Z',
  cloud: 'AzureCloud',
  portal: 'https://portal.azure.com',
};

/** Approved, over a private link service. */
export const INFLUX: Endpoint = sampleEndpoint({ connectionDescription: 'Approved by the data platform team' });

/** Waits for its owner. */
export const ORDERS: Endpoint = sampleEndpoint({
  name: 'orders-sql',
  targetId: sampleTargetId('Microsoft.Sql/servers', 'orders'),
  subResources: ['sqlServer'],
  connectionState: 'Pending',
  requestMessage: 'Dashboards for the orders team',
  connectionDescription: 'Dashboards for the orders team',
  domainName: '',
  privateIp: '',
});

/** A kind, a state and a property that nobody has heard of. */
export const STRANGE: Endpoint = sampleEndpoint({
  name: 'strange',
  targetId: sampleTargetId('Microsoft.Quantum/teleporters', 'beam'),
  connectionState: 'Entangled',
  privateIp: '',
  domainName: '',
  extra: { spin: 'up' },
});

export const demoEndpoints: Endpoint[] = [INFLUX, ORDERS, STRANGE];

export const demoSignIn: SignInOptions = {
  cloud: 'AzureCloud',
  clouds: [{ name: 'AzureCloud', displayName: 'Azure', supported: 'yes', reason: '' }],
  methods: [
    { authType: 'msi', enabled: false, reason: 'Managed identity is off.', howTo: '[azure]\nx = true' },
    { authType: 'workloadidentity', enabled: true, reason: '', howTo: '' },
    { authType: 'clientsecret', enabled: true, reason: '', howTo: '' },
    { authType: 'clientcertificate', enabled: true, reason: '', howTo: '' },
  ],
  approvalAllowed: false,
};

export const demoWorkspaces: WorkspaceSummary[] = [
  {
    id: sampleWorkspaceId,
    name: 'contoso-grafana',
    resourceGroup: 'observability',
    location: 'westeurope',
    tier: 'Standard',
  },
];

export const demoSetup: SetupAnswer = {
  checks: [
    { id: 'signIn', outcome: 'ok', summary: 'The identity can sign in.', hint: '' },
    { id: 'workspace', outcome: 'ok', summary: 'The workspace contoso-grafana was found.', hint: '' },
    {
      id: 'create',
      outcome: 'warning',
      summary: 'The identity doesn’t have permission to create private endpoints.',
      hint: 'Assign the role.',
      action: 'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write',
      role: 'Azure Managed Grafana Workspace Contributor',
    },
  ],
};

export const demoAccess: DataSourceAccess & { signIn: 'identity' } = {
  signIn: 'identity',
  origin: 'https://contoso-grafana-abcd.weu.grafana.azure.com',
  publicAccess: true,
  reachable: true,
  role: 'Admin',
  permissions: { read: 'yes', query: 'yes', create: 'yes', write: 'yes', delete: 'yes' },
};
