import constants from '../../../catalogue/constants.json';
import { kindOfTarget } from '../catalogue/catalogue';
import { resourceType } from '../resourceId';
import { type ExportParts } from './exportInput';
import { hclAttributes, hclBlock } from './hcl';
import { terraformName } from './quoteHcl';
import { terraformApproval } from './terraformApproval';
import { providerFor, terraformAddress, terraformEndpoint } from './terraformEndpoint';

/**
 * The request as Terraform: azurerm creates the endpoint where it can; azapi approves it on the target and refreshes the
 * workspace, which azurerm does neither of. A target outside the catalogue is left for its owner to approve.
 */
export function terraform(parts: ExportParts): string {
  const label = terraformName(parts.name);
  const provider = providerFor(parts, 'azurerm');
  const address = terraformAddress(provider, label);
  const kind = kindOfTarget(parts.targetId);
  const approval = kind
    ? terraformApproval(parts, { label, address }, resourceType(parts.target), kind.apiVersion)
    : ['# Unknown resource type: the resource owner must approve the request before the refresh.', ''];
  const before = kind ? `azapi_update_resource.${label}_approval` : address;
  return [
    ...(provider === 'azurerm'
      ? [
          `# Needs the providers hashicorp/azurerm (with this subscription: ${parts.workspace.subscriptionId})`,
          '# and Azure/azapi 2 or newer.',
        ]
      : ['# Needs the provider Azure/azapi 2 or newer.']),
    ...terraformEndpoint(parts, provider, label),
    '',
    ...approval,
    '# The refresh: without it, an approved endpoint does not work.',
    ...hclBlock(
      `resource "azapi_resource_action" "${label}_refresh"`,
      hclAttributes({
        type: `Microsoft.Dashboard/grafana@${constants.dashboardApiVersion}`,
        resource_id: parts.workspaceId,
        action: 'refreshManagedPrivateEndpoints',
        method: 'POST',
      }),
      [
        '# Also after the endpoint or its approval was replaced.',
        ...hclBlock('lifecycle', [['replace_triggered_by', `[${before}]`]]),
      ]
    ),
    '',
  ].join('\n');
}
