import { dashboardApiVersion } from '../../../catalogue/constants.json';
import documented from '../../../docs/custom-role.json';
import { sampleWorkspaceId } from '../testing/sampleEndpoint';
import { moreRolesCli, operatorRole, roleBicep, roleCli } from './roleCommands';

const clientId = '3b0d5c1e-8f7a-4c56-b1d2-6a9e4f0c7d18';
const known = { clientId, workspaceId: sampleWorkspaceId };
const nothing = { clientId: '', workspaceId: '' };
const group = sampleWorkspaceId.split('/providers/')[0] ?? '';

it('is the role that the README has', () => {
  const { AssignableScopes, ...role } = documented;
  expect(AssignableScopes).toHaveLength(1);
  expect(role).toEqual({
    Name: operatorRole.name,
    IsCustom: true,
    Description: operatorRole.description,
    Actions: operatorRole.actions,
    NotActions: [],
  });
});

describe('as Azure CLI commands', () => {
  it('creates the role in the workspace’s resource group, and assigns it on the workspace', () => {
    const [definition = '', assignment = ''] = roleCli(known).split('\naz role assignment');
    expect(JSON.parse(/'([^']+)'/.exec(definition)?.[1] ?? '')).toEqual({ ...documented, AssignableScopes: [group] });
    expect(assignment).toBe(
      ` create \\\n  --assignee ${clientId} \\\n  --role '${operatorRole.name}' \\\n  --scope ${sampleWorkspaceId}`
    );
  });

  it('takes the workspace from a portal address', () => {
    const workspaceId = `https://portal.azure.com/#@contoso.com/resource${sampleWorkspaceId}/overview`;
    expect(roleCli({ ...known, workspaceId })).toBe(roleCli(known));
  });

  it.each(['', '/subscriptions/1', `${sampleWorkspaceId.replace('Dashboard/grafana', 'Sql/servers')}`])(
    'says what to put in for the workspace "%s"',
    (workspaceId) => {
      const commands = roleCli({ ...nothing, workspaceId });
      expect(commands).toContain("--scope '<resource ID of the workspace>'");
      expect(commands).toContain("--assignee '<client ID of the identity>'");
    }
  );

  it('adds what reads targets and data sources, and no role that may write elsewhere', () => {
    const roles = [...moreRolesCli(known).matchAll(/--role ('[^']+'|\S+)/g)].map(([, role]) => role);
    expect(roles).toEqual(["'Grafana Admin'", 'Reader']);
    expect(moreRolesCli(known).split('\n')).toEqual([
      '# To read and update the data sources of the workspace’s Grafana:',
      'az role assignment create \\',
      `  --assignee ${clientId} \\`,
      "  --role 'Grafana Admin' \\",
      `  --scope ${sampleWorkspaceId}`,
      '# To search target resources, and to see when their owners approve. Repeat it for each resource, group or subscription:',
      'az role assignment create \\',
      `  --assignee ${clientId} \\`,
      '  --role Reader \\',
      "  --scope '<scope of the target resources>'",
    ]);
  });
});

describe('as Bicep', () => {
  it('deploys to the workspace’s resource group', () => {
    const subscription = sampleWorkspaceId.split('/')[2];
    expect(roleBicep(known)).toBe(`\
// Deploy with: az deployment group create --subscription ${subscription} --resource-group observability --template-file '<this file>' --parameters principalId="$(az ad sp show --id ${clientId} --query id --output tsv)"
@description('Object ID of the identity')
param principalId string

resource workspace 'Microsoft.Dashboard/grafana@${dashboardApiVersion}' existing = {
  name: 'contoso-grafana'
}

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, '${operatorRole.name}')
  properties: {
    roleName: '${operatorRole.name}'
    description: '${operatorRole.description}'
    type: 'CustomRole'
    permissions: [
      {
        actions: [
${operatorRole.actions.map((action) => `          '${action}'`).join('\n')}
        ]
      }
    ]
    assignableScopes: [
      resourceGroup().id
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(workspace.id, principalId, role.id)
  scope: workspace
  properties: {
    roleDefinitionId: role.id
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
`);
  });

  it('says what to put in', () => {
    const file = roleBicep(nothing);
    expect(file).toContain(
      "--subscription '<subscription ID>' --resource-group '<resource group of the workspace>' --template-file"
    );
    expect(file).toContain("--id '<client ID of the identity>'");
    expect(file).toContain("  name: '<workspace>'\n");
  });
});
