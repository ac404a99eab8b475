import { demo, demoWorkspaceId } from '../demo';
import { permission, type Identity, type RoleAssignment } from '../identities';

const never = Date.UTC(2999, 0);
const secrets = [
  { value: demo.clientSecret, expiresAt: never },
  { value: demo.expiredClientSecret, expiresAt: Date.UTC(2023, 5, 1) },
];

const subscriptions = [demo.observabilitySubscriptionId, demo.dataPlatformSubscriptionId];
const reader: RoleAssignment[] = subscriptions.map((id) => ({
  scope: `/subscriptions/${id}`,
  permission: permission(['*/read']),
}));

const group = demoWorkspaceId().split('/providers/')[0] ?? '';
const workspaceOperator: RoleAssignment[] = [
  {
    scope: group,
    permission: permission(['Microsoft.Dashboard/grafana/*', 'Microsoft.Resources/subscriptions/resourceGroups/read']),
  },
  {
    scope: `/subscriptions/${demo.observabilitySubscriptionId}`,
    permission: permission(['Microsoft.Dashboard/locations/operationStatuses/read']),
  },
];

/** App registrations of the demonstration, with least rights for what the product does. */
export const demoIdentities = (): Identity[] => [
  {
    clientId: demo.clientId,
    objectId: 'f0a6d2b4-9c37-4b18-8e5f-61d4c7a3e920',
    displayName: 'Private endpoints in Grafana',
    secrets,
    assignments: [...reader, ...workspaceOperator],
  },
  {
    clientId: demo.readerClientId,
    objectId: '28e5b7c1-d490-4f6a-93b8-7a1c0e6f5d34',
    displayName: 'Reads only',
    secrets,
    assignments: reader,
  },
  {
    clientId: demo.strangerClientId,
    objectId: '91d3f8e0-5a2b-4c76-b0e9-c4f7a6d81b25',
    displayName: 'Without rights',
    secrets,
    assignments: [],
  },
];
