import { type JsonValue } from '../json';
import { type AzureCredentials } from './settings';
import { sharingDataSources } from './sharedIdentity';

const monitor = (name: string, jsonData: JsonValue) => ({
  uid: name,
  name,
  type: 'grafana-azure-monitor-datasource',
  jsonData,
});
const secret: AzureCredentials = { authType: 'clientsecret', tenantId: 'T1', clientId: 'C1' };

it.each<[string, AzureCredentials, JsonValue, boolean]>([
  ['the same app', secret, { azureCredentials: { authType: 'clientsecret', tenantId: 't1', clientId: 'c1' } }, true],
  [
    'the same app by certificate',
    { ...secret, authType: 'clientcertificate' },
    { azureCredentials: { authType: 'clientsecret', tenantId: 't1', clientId: 'c1' } },
    true,
  ],
  ['the same app, stored the old way', secret, { azureAuthType: 'clientsecret', tenantId: 'T1', clientId: 'C1' }, true],
  ['another app', secret, { azureCredentials: { authType: 'clientsecret', tenantId: 'T1', clientId: 'C2' } }, false],
  ['the managed identity', { authType: 'msi' }, { azureCredentials: { authType: 'msi' } }, true],
  [
    'a managed identity of our own',
    { authType: 'msi', clientId: 'X' },
    { azureCredentials: { authType: 'msi' } },
    false,
  ],
  ...(['msi', 'workloadidentity'] as const).map((authType): [string, AzureCredentials, JsonValue, boolean] => [
    `${authType}, whatever tenant stands beside`,
    { authType, clientId: 'C1', tenantId: 'T1' },
    { azureCredentials: { authType, clientId: ' c1 ' } },
    true,
  ]),
  ['another method', { authType: 'msi' }, { azureCredentials: { authType: 'workloadidentity' } }, false],
  [
    'the same app with blanks around',
    { ...secret, tenantId: ' T1' },
    { azureCredentials: { authType: 'clientcertificate', tenantId: 't1 ', clientId: ' c1' } },
    true,
  ],
  ['an app of another tenant', secret, { azureAuthType: 'clientsecret', tenantId: 'T2', clientId: 'C1' }, false],
  [
    'an app without a tenant',
    { authType: 'clientsecret', clientId: 'C1' },
    { azureCredentials: { authType: 'clientsecret', clientId: 'C1' } },
    true,
  ],
  [
    'the user, beside what once was an app',
    secret,
    { azureCredentials: { authType: 'currentuser', tenantId: 'T1', clientId: 'C1' } },
    false,
  ],
  ['the user', { authType: 'msi' }, { azureCredentials: { authType: 'currentuser' } }, false],
  ['nothing readable', secret, null, false],
])('%s', (_, ours, jsonData, shared) => {
  expect(sharingDataSources(ours, [monitor('Azure Monitor', jsonData)])).toEqual(shared ? ['Azure Monitor'] : []);
});

it('does not mind other types of data source', () => {
  const prometheus = { uid: 'p', name: 'p', type: 'prometheus', jsonData: { azureCredentials: { authType: 'msi' } } };
  expect(sharingDataSources({ authType: 'msi' }, [prometheus])).toEqual([]);
});
