import { type Endpoint } from '../endpoint';

/** Subscription of the samples. */
const sampleSubscription = '5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25';

const providers = `/subscriptions/${sampleSubscription}/resourceGroups/observability/providers`;

/** ARM id of a sample target, for example `targetId('Microsoft.Sql/servers', 'orders')`. */
export function sampleTargetId(type = 'Microsoft.Network/privateLinkServices', name = 'influx-pls'): string {
  return `${providers}/${type}/${name}`;
}

/** ARM id of the sample workspace. */
export const sampleWorkspaceId = `${providers}/Microsoft.Dashboard/grafana/contoso-grafana`;

/** An approved and refreshed endpoint to a private link service; fields can be replaced. */
export function sampleEndpoint(fields: Partial<Endpoint> = {}): Endpoint {
  const name = fields.name ?? 'influx';
  return {
    id: `${sampleWorkspaceId}/managedPrivateEndpoints/${name}`,
    name,
    location: 'westeurope',
    tags: {},
    provisioningState: 'Succeeded',
    connectionState: 'Approved',
    connectionDescription: '',
    targetId: sampleTargetId(),
    targetRegion: 'westeurope',
    subResources: [],
    requestMessage: '',
    domainName: 'influx.internal.contoso.com',
    privateIp: '10.0.0.5',
    createdAt: '2026-11-20T12:00:00Z',
    createdBy: 'kim@contoso.com',
    lastModifiedAt: '2026-11-20T12:00:00Z',
    lastModifiedBy: 'kim@contoso.com',
    extra: {},
    ...fields,
  };
}
