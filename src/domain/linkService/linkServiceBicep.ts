import { quoteBicep } from '../exports/bicep';
import { quoteShell } from '../exports/quoteShell';
import { resourceName } from '../resourceId';
import { type BalancerParts, networkApiVersion } from './linkServiceParts';

/**
 * The link service before an existing load balancer as a Bicep file, to be deployed to the load balancer's resource group. The
 * subnet's policies are changed beforehand: Bicep could only by writing the whole subnet anew.
 */
export function linkServiceBicep(parts: BalancerParts): string {
  const { network } = parts;
  return [
    `// The load balancer needs a rule for port ${parts.port}.`,
    '// First, as Bicep can’t do it without replacing the subnet:',
    `// az network vnet subnet update --ids ${quoteShell(parts.subnetId)} --private-link-service-network-policies Disabled`,
    `// Deploy with: az deployment group create --subscription ${quoteShell(parts.subscriptionId)} --resource-group ${quoteShell(parts.resourceGroup)} --template-file <this file>`,
    "@description('Region of the load balancer and the virtual network.')",
    'param location string = resourceGroup().location',
    `var frontend = ${quoteBicep(parts.frontend)}`,
    '',
    `resource loadBalancer 'Microsoft.Network/loadBalancers@${networkApiVersion}' existing = {`,
    `  name: ${quoteBicep(parts.loadBalancerName)}`,
    '}',
    '',
    `resource network 'Microsoft.Network/virtualNetworks@${networkApiVersion}' existing = {`,
    `  name: ${quoteBicep(resourceName(network))}`,
    `  scope: resourceGroup(${quoteBicep(network.subscriptionId)}, ${quoteBicep(network.resourceGroup)})`,
    '}',
    '',
    `resource subnet 'Microsoft.Network/virtualNetworks/subnets@${networkApiVersion}' existing = {`,
    '  parent: network',
    `  name: ${quoteBicep(parts.subnet)}`,
    '}',
    '',
    `resource linkService 'Microsoft.Network/privateLinkServices@${networkApiVersion}' = {`,
    `  name: ${quoteBicep(parts.name)}`,
    '  location: location',
    '  properties: {',
    '    enableProxyProtocol: false',
    ...(parts.fqdn === '' ? [] : ['    fqdns: [', `      ${quoteBicep(parts.fqdn)}`, '    ]']),
    '    ipConfigurations: [',
    '      {',
    "        name: 'primary'",
    '        properties: {',
    '          primary: true',
    "          privateIPAddressVersion: 'IPv4'",
    "          privateIPAllocationMethod: 'Dynamic'",
    '          subnet: {',
    '            id: subnet.id',
    '          }',
    '        }',
    '      }',
    '    ]',
    '    loadBalancerFrontendIpConfigurations: [',
    '      {',
    `        id: '\${loadBalancer.id}/frontendIPConfigurations/\${frontend}'`,
    '      }',
    '    ]',
    '    // All subscriptions, since the endpoint is in a Microsoft subscription. Each request requires approval.',
    '    visibility: {',
    '      subscriptions: [',
    "        '*'",
    '      ]',
    '    }',
    '  }',
    '}',
    '',
    'output resourceId string = linkService.id',
    '',
  ].join('\n');
}
