/**
 * Names and secrets of the demonstration, shared by everybody who signs in to the stand-in.
 * They open nothing but a stand-in on this machine.
 */
export const demo = {
  tenantId: '7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90',
  /** The identity the product is set up with: may read everything and change the workspaces' endpoints. */
  clientId: '3b0d5c1e-8f7a-4c56-b1d2-6a9e4f0c7d18',
  clientSecret: 'stand-in-demo-secret',
  /** A secret of the same identity that ran out: Entra answers AADSTS7000222. */
  expiredClientSecret: 'stand-in-expired-secret',
  /** May read everything, change nothing. Its secret is `clientSecret` as well. */
  readerClientId: 'a4c1e7d2-0b93-4f58-8e6d-52f7c9b0a316',
  /** Can sign in, and has no rights at all. Its secret is `clientSecret` as well. */
  strangerClientId: 'c9f2b8a6-7d14-4e03-b5a1-8d60e3f4729c',
  /** The managed identity of the machine; it has no secret. */
  managedClientId: 'e26d8f04-7b5c-4a91-8d3e-0f9c1b6a7d52',
  /** Service account tokens of the main workspace's Grafana, with the roles Admin and Viewer. */
  grafanaToken: 'glsa_StandInDemoAdminToken000000000000_7f3a91c2',
  grafanaViewerToken: 'glsa_StandInDemoViewerToken00000000000_1b8d44e6',
  observabilitySubscriptionId: '5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25',
  dataPlatformSubscriptionId: '0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b',
  /** Not of this tenant. */
  vendorSubscriptionId: '63c890a9-4d32-48cc-a08c-8cd92dfb1ad3',
  resourceGroup: 'observability',
  workspaces: {
    main: 'contoso-grafana',
    large: 'contoso-large',
    empty: 'contoso-empty',
    essential: 'contoso-essential',
  },
  cloudName: 'StandInCloud',
  cloudDisplayName: 'Azure stand-in',
} as const;

/** The ARM id of a demonstration workspace. */
export function demoWorkspaceId(name: string = demo.workspaces.main): string {
  return `/subscriptions/${demo.observabilitySubscriptionId}/resourceGroups/${demo.resourceGroup}/providers/Microsoft.Dashboard/grafana/${name}`;
}

/** What the app stores to sign in to the stand-in with a client secret. */
export const clientSecretSettings = (
  workspaceId: string,
  { tenantId, clientId, clientSecret }: Record<'tenantId' | 'clientId' | 'clientSecret', string> = demo
) => ({
  jsonData: {
    workspaceId,
    azureCredentials: { authType: 'clientsecret', azureCloud: demo.cloudName, tenantId, clientId },
  },
  secureJsonData: { azureClientSecret: clientSecret },
});
