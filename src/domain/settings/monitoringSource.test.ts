import { sampleWorkspaceId } from '../testing/sampleEndpoint';
import { monitoringSource, needsNoSecret } from './monitoringSource';

const azureCredentials = { authType: 'workloadidentity', clientId: 'c' } as const;

it('takes over workspace, identity and refresh of the app', () => {
  const settings = { workspaceId: sampleWorkspaceId, azureCredentials, automaticRefresh: 'pending' } as const;
  expect(monitoringSource('the-type', { ...settings, publicOnPurpose: {} })).toEqual({
    uid: 'azure-private-endpoints',
    name: 'Azure private endpoints',
    type: 'the-type',
    access: 'proxy',
    url: '',
    jsonData: { workspaces: [sampleWorkspaceId], automaticRefresh: 'pending', azureCredentials },
  });
  expect(monitoringSource('the-type', {}).jsonData).toEqual({ workspaces: [''], automaticRefresh: 'decided' });
  expect(monitoringSource('the-type', { apiVersion: '2025-08-01' }).jsonData).toMatchObject({
    apiVersion: '2025-08-01',
  });
});

it.each([
  ['msi', true],
  ['workloadidentity', true],
  ['clientsecret', false],
  ['clientcertificate', false],
] as const)('%s is complete without a secret: %s', (authType, complete) => {
  expect(needsNoSecret({ azureCredentials: { authType } })).toBe(complete);
  expect(needsNoSecret({})).toBe(false);
});
