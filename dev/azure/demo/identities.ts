import { demo, demoWorkspaceId } from '../demo';
import { federation, type SignInMaterial } from '../entra/material';
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

/** The team that runs Grafana owns the resources of one group too. */
const approver: RoleAssignment = {
  scope: `/subscriptions/${demo.dataPlatformSubscriptionId}/resourceGroups/iot`,
  permission: permission(['*/privateEndpointConnections/write', '*/privateEndpointConnectionsApproval/action']),
};

const grafanaRole = (role: 'Admin' | 'Viewer'): RoleAssignment => ({
  scope: demoWorkspaceId(),
  permission: permission([], [], [`Microsoft.Dashboard/grafana/ActAsGrafana${role}/action`]),
});

const identity = (
  clientId: string,
  objectId: string,
  displayName: string,
  assignments: RoleAssignment[],
  more: Partial<Identity> = {}
): Identity => ({
  clientId,
  objectId,
  displayName,
  assignments,
  secrets,
  certificates: [],
  federated: [],
  managed: false,
  disabled: false,
  ...more,
});

/** Identities of the demonstration, with least rights for what the product does. */
export const demoIdentities = ({ certificate }: Pick<SignInMaterial, 'certificate'>): Identity[] => {
  const operator = [...reader, ...workspaceOperator, approver, grafanaRole('Admin')];
  return [
    identity(demo.clientId, 'f0a6d2b4-9c37-4b18-8e5f-61d4c7a3e920', 'Private endpoints in Grafana', operator, {
      certificates: [certificate],
      federated: [federation],
    }),
    identity(demo.readerClientId, '28e5b7c1-d490-4f6a-93b8-7a1c0e6f5d34', 'Reads only', [
      ...reader,
      grafanaRole('Viewer'),
    ]),
    identity(demo.strangerClientId, '91d3f8e0-5a2b-4c76-b0e9-c4f7a6d81b25', 'Without rights', []),
    identity(demo.managedClientId, '5e7c9a12-38d6-4f0b-a1e4-b92d6f3c8057', 'Grafana machine', operator, {
      secrets: [],
      managed: true,
    }),
  ];
};
