import { cliText } from '../exports/azCliValues';
import { quoteShell, shellCommand } from '../exports/quoteShell';
import { type BalancerParts } from './linkServiceParts';

/** The link service before an existing load balancer as an Azure CLI script; it stops where something fails. */
export function linkServiceAzCli(parts: BalancerParts): string {
  const updateSubnet = shellCommand('az network vnet subnet update', [
    ['--ids', parts.subnetId],
    ['--private-link-service-network-policies', 'Disabled'],
    ['--output', 'none'],
  ]);
  const create = shellCommand('az network private-link-service create', [
    ['--subscription', parts.subscriptionId],
    ['--resource-group', parts.resourceGroup],
    ['--name', parts.name],
  ]);
  const options = shellOptions([
    ['--subnet', parts.subnetId],
    ['--lb-frontend-ip-configs', parts.frontendId],
    ['--enable-proxy-protocol', 'false'],
    ['--visibility', '*'],
    ...(parts.fqdn === '' ? [] : [['--fqdns', cliText(parts.fqdn)]]),
  ]);
  return [
    `# The load balancer needs a rule for port ${parts.port}.`,
    '# The region of the load balancer, where the link service must be too.',
    `LOCATION="$(az network lb show --ids ${quoteShell(parts.loadBalancerId)} --query location --output tsv)" &&`,
    '# Link services take no IP address from a subnet with network policies for them.',
    `${updateSubnet} &&`,
    '# Visible to all subscriptions, since the endpoint is in a Microsoft subscription. Each request requires approval.',
    `${create} \\\n  --location "$LOCATION" \\\n  ${options}`,
    '',
  ].join('\n');
}

const shellOptions = (options: string[][]) => options.map((words) => words.map(quoteShell).join(' ')).join(' \\\n  ');
