import { quoteHcl, terraformName } from '../exports/quoteHcl';
import { type BalancerParts, networkApiVersion } from './linkServiceParts';

/**
 * The link service before an existing load balancer as Terraform: azapi changes the one property of the existing subnet, azurerm
 * creates the link service.
 */
export function linkServiceTerraform(parts: BalancerParts): string {
  const label = terraformName(parts.name);
  return [
    `# Needs the providers hashicorp/azurerm (with this subscription: ${parts.subscriptionId})`,
    '# and Azure/azapi 2 or newer.',
    `# The load balancer needs a rule for port ${parts.port}.`,
    `data "azurerm_lb" "${label}" {`,
    `  name                = ${quoteHcl(parts.loadBalancerName)}`,
    `  resource_group_name = ${quoteHcl(parts.resourceGroup)}`,
    '}',
    '',
    '# Link services take no IP address from a subnet with network policies for them.',
    `resource "azapi_update_resource" "${label}_subnet" {`,
    `  type        = ${quoteHcl(`Microsoft.Network/virtualNetworks/subnets@${networkApiVersion}`)}`,
    `  resource_id = ${quoteHcl(parts.subnetId)}`,
    '  body = {',
    '    properties = {',
    '      privateLinkServiceNetworkPolicies = "Disabled"',
    '    }',
    '  }',
    '}',
    '',
    `resource "azurerm_private_link_service" "${label}" {`,
    `  name                                        = ${quoteHcl(parts.name)}`,
    `  resource_group_name                         = ${quoteHcl(parts.resourceGroup)}`,
    `  location                                    = data.azurerm_lb.${label}.location`,
    `  load_balancer_frontend_ip_configuration_ids = [${quoteHcl(parts.frontendId)}]`,
    '  # All subscriptions, since the endpoint is in a Microsoft subscription. Each request requires approval.',
    '  visibility_subscription_ids = ["*"]',
    ...(parts.fqdn === '' ? [] : [`  fqdns                       = [${quoteHcl(parts.fqdn)}]`]),
    '',
    '  nat_ip_configuration {',
    '    name      = "primary"',
    '    primary   = true',
    `    subnet_id = ${quoteHcl(parts.subnetId)}`,
    '  }',
    '',
    `  depends_on = [azapi_update_resource.${label}_subnet]`,
    '}',
    '',
    `output "${label}_id" {`,
    `  value = azurerm_private_link_service.${label}.id`,
    '}',
    '',
  ].join('\n');
}
