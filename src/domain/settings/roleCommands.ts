import actions from '../../../catalogue/actions.json';
import constants from '../../../catalogue/constants.json';
import { quoteBicep } from '../exports/bicep';
import { quoteShell, shellCommand } from '../exports/quoteShell';
import { parseResourceId, type ResourceId, resourceName } from '../resourceId';
import { readWorkspaceId } from './workspaceId';

/** The smallest role for everything on the workspace, as docs/custom-role.json has it too. */
export const operatorRole = {
  name: 'Grafana private endpoints operator',
  description: 'Manage the managed private endpoints of Azure Managed Grafana workspaces.',
  actions: actions.leastPrivilege,
};

/** Who gets the role, and where; '' for what isn't known yet. */
export interface RoleParts {
  clientId: string;
  /** ARM id. */
  workspaceId: string;
}

const unknown = {
  client: '<client ID of the identity>',
  workspace: '<resource ID of the workspace>',
  group: '/subscriptions/<subscription ID>/resourceGroups/<resource group of the workspace>',
};

/** Azure CLI commands that create the smallest role and assign it on the workspace. */
export function roleCli(parts: RoleParts): string {
  const { group, workspace } = scopesOf(parts);
  const definition = JSON.stringify(
    {
      Name: operatorRole.name,
      IsCustom: true,
      Description: operatorRole.description,
      Actions: operatorRole.actions,
      NotActions: [],
      AssignableScopes: [group],
    },
    null,
    2
  );
  return [
    `az role definition create --role-definition ${quoteShell(definition)}`,
    assign(parts, operatorRole.name, workspace),
  ].join('\n');
}

/** Azure CLI commands for what the plugin can do besides: data sources of the workspace's Grafana, and target resources. */
export function moreRolesCli(parts: RoleParts): string {
  return [
    '# To read and update the data sources of the workspace’s Grafana:',
    assign(parts, 'Grafana Admin', scopesOf(parts).workspace),
    '# To search target resources, and to see when their owners approve. Repeat it for each resource, group or subscription:',
    assign(parts, 'Reader', '<scope of the target resources>'),
  ].join('\n');
}

/**
 * The same role as a Bicep file, to be deployed to the workspace's resource group (template reference:
 * Microsoft.Authorization/roleDefinitions and roleAssignments, 2022-04-01). It takes the identity's object ID.
 */
export function roleBicep(parts: RoleParts): string {
  const { id } = scopesOf(parts);
  const deploy = [
    ['--subscription', id?.subscriptionId ?? '<subscription ID>'],
    ['--resource-group', id?.resourceGroup ?? '<resource group of the workspace>'],
    ['--template-file', '<this file>'],
  ];
  const objectId = `az ad sp show --id ${quoteShell(parts.clientId || unknown.client)} --query id --output tsv`;
  return [
    `// Deploy with: az deployment group create ${deploy.map((words) => words.map(quoteShell).join(' ')).join(' ')} --parameters principalId="$(${objectId})"`,
    "@description('Object ID of the identity')",
    'param principalId string',
    '',
    `resource workspace 'Microsoft.Dashboard/grafana@${constants.dashboardApiVersion}' existing = {`,
    `  name: ${quoteBicep(id ? resourceName(id) : '<workspace>')}`,
    '}',
    '',
    "resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {",
    `  name: guid(resourceGroup().id, ${quoteBicep(operatorRole.name)})`,
    '  properties: {',
    `    roleName: ${quoteBicep(operatorRole.name)}`,
    `    description: ${quoteBicep(operatorRole.description)}`,
    "    type: 'CustomRole'",
    '    permissions: [',
    '      {',
    '        actions: [',
    ...operatorRole.actions.map((action) => `          ${quoteBicep(action)}`),
    '        ]',
    '      }',
    '    ]',
    '    assignableScopes: [',
    '      resourceGroup().id',
    '    ]',
    '  }',
    '}',
    '',
    "resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {",
    '  name: guid(workspace.id, principalId, role.id)',
    '  scope: workspace',
    '  properties: {',
    '    roleDefinitionId: role.id',
    '    principalId: principalId',
    "    principalType: 'ServicePrincipal'",
    '  }',
    '}',
    '',
  ].join('\n');
}

function assign({ clientId }: RoleParts, role: string, scope: string): string {
  return shellCommand('az role assignment create', [
    ['--assignee', clientId || unknown.client],
    ['--role', role],
    ['--scope', scope],
  ]);
}

function scopesOf({ workspaceId }: RoleParts): { id?: ResourceId; workspace: string; group: string } {
  const read = readWorkspaceId(workspaceId);
  const id = read.ok ? parseResourceId(read.value) : undefined;
  return read.ok && id?.ok
    ? {
        id: id.value,
        workspace: read.value,
        group: `/subscriptions/${id.value.subscriptionId}/resourceGroups/${id.value.resourceGroup}`,
      }
    : { workspace: unknown.workspace, group: unknown.group };
}
