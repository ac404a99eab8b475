import constants from '../../../catalogue/constants.json';
import { kindOfTarget } from '../catalogue/catalogue';
import { resourceType } from '../resourceId';
import { type ExportParts } from './exportInput';
import { quoteHcl, terraformName } from './quoteHcl';
import { terraformApproval } from './terraformApproval';

const endpointType = 'azurerm_dashboard_grafana_managed_private_endpoint';

/**
 * The request as Terraform: azurerm creates the endpoint; azapi approves it on the target and refreshes the workspace,
 * which azurerm does neither of. A target outside the catalogue is left for its owner to approve.
 */
export function terraform(parts: ExportParts): string {
  const label = terraformName(parts.name);
  const kind = kindOfTarget(parts.targetId);
  const approval = kind
    ? terraformApproval(parts, label, resourceType(parts.target), kind.apiVersion)
    : ['# Unknown resource type: the resource owner must approve the request before the refresh.', ''];
  const before = kind ? `azapi_update_resource.${label}_approval` : `${endpointType}.${label}`;
  return [
    `# Needs the providers hashicorp/azurerm (with this subscription: ${parts.workspace.subscriptionId})`,
    '# and Azure/azapi 2 or newer.',
    `resource "${endpointType}" "${label}" {`,
    ...attributes(endpointAttributes(parts)),
    '}',
    '',
    ...approval,
    '# The refresh: without it, an approved endpoint does not work.',
    `resource "azapi_resource_action" "${label}_refresh" {`,
    ...attributes([
      ['type', quoteHcl(`Microsoft.Dashboard/grafana@${constants.dashboardApiVersion}`)],
      ['resource_id', quoteHcl(parts.workspaceId)],
      ['action', quoteHcl('refreshManagedPrivateEndpoints')],
      ['method', quoteHcl('POST')],
    ]),
    '  # Also after the endpoint or its approval was replaced.',
    '  lifecycle {',
    `    replace_triggered_by = [${before}]`,
    '  }',
    '}',
    '',
  ].join('\n');
}

function endpointAttributes(parts: ExportParts): Array<[string, string]> {
  const optional: Array<[string, string]> = [
    ['private_link_resource_region', parts.targetRegion],
    ['private_link_service_url', parts.domainName],
    ['request_message', parts.requestMessage],
  ];
  const tags = attributes(Object.entries(parts.tags).map(([key, value]) => [quoteHcl(key), quoteHcl(value)]));
  return [
    ['grafana_id', quoteHcl(parts.workspaceId)],
    ['name', quoteHcl(parts.name)],
    ['location', quoteHcl(parts.location)],
    ['private_link_resource_id', quoteHcl(parts.targetId)],
    ...(parts.subResources.length > 0
      ? [['group_ids', `[${parts.subResources.map(quoteHcl).join(', ')}]`] satisfies [string, string]]
      : []),
    ...optional
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [key, quoteHcl(value)] satisfies [string, string]),
    ...(tags.length > 0
      ? [['tags', ['{', ...tags.map((line) => `  ${line}`), '  }'].join('\n')] satisfies [string, string]]
      : []),
  ];
}

// Lines of `name = value`, aligned as `terraform fmt` does.
function attributes(pairs: ReadonlyArray<readonly [string, string]>): string[] {
  // A value of several lines ends a group of aligned lines.
  const single = pairs.filter(([, value]) => !value.includes('\n'));
  const width = Math.max(0, ...single.map(([name]) => name.length));
  return pairs.map(([name, value]) => `  ${value.includes('\n') ? name : name.padEnd(width)} = ${value}`);
}
