import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { aksDraft, loadBalancerDraft, loadBalancerDrafts, nastyDrafts } from '../../test/arbitrary/linkServiceDraft';
import { readHcl } from '../../test/arbitrary/readHcl';
import { terraformName } from '../exports/quoteHcl';
import { linkServiceAzCli } from './linkServiceAzCli';
import { linkServiceBicep } from './linkServiceBicep';
import { linkServiceCode } from './linkServiceCode';
import { emptyLinkService, expectedId, type LinkServiceDraft } from './linkServiceDraft';
import { balancerParts, type BalancerParts } from './linkServiceParts';
import { linkServiceTerraform } from './linkServiceTerraform';

const partsOf = (draft: LinkServiceDraft): BalancerParts => {
  const parts = balancerParts(draft);
  if (!parts) {
    throw new Error('The draft is incomplete');
  }
  return parts;
};

/** Runs the script in the system's shell; every call of `az` comes back as its arguments. */
function calls(script: string, az = 'case "$3" in show) echo westeurope;; esac'): string[][] {
  const told = `az() { for word in "$@"; do printf '%s\\0' "$word" >&2; done; printf '\\001\\0' >&2; ${az}; }\n`;
  const { stderr } = spawnSync('sh', ['-c', told + script], { encoding: 'utf8' });
  return stderr
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

const options = (words: string[]) =>
  Object.fromEntries(
    words.flatMap((word, i) => (word.startsWith('--') ? [[word.slice(2), words[i + 1] ?? '']] : []))
  ) as Record<string, string>;

describe('Azure CLI', () => {
  it('a real shell opens the subnet, then creates the link service in the load balancer’s region', () => {
    fc.assert(
      fc.property(loadBalancerDrafts, (draft) => {
        const parts = partsOf(draft);
        const [region = [], subnet = [], create = [], ...more] = calls(linkServiceAzCli(parts));
        expect(region.slice(0, 5)).toEqual(['network', 'lb', 'show', '--ids', parts.loadBalancerId]);
        expect(subnet.slice(0, 4)).toEqual(['network', 'vnet', 'subnet', 'update']);
        expect(options(subnet)).toEqual({
          ids: parts.subnetId,
          'private-link-service-network-policies': 'Disabled',
          output: 'none',
        });
        expect(create.slice(0, 3)).toEqual(['network', 'private-link-service', 'create']);
        expect(options(create)).toEqual({
          subscription: parts.subscriptionId,
          'resource-group': parts.resourceGroup,
          name: parts.name,
          location: 'westeurope',
          subnet: parts.subnetId,
          'lb-frontend-ip-configs': parts.frontendId,
          'enable-proxy-protocol': 'false',
          visibility: '*',
          ...(parts.fqdn && { fqdns: parts.fqdn }),
        });
        expect(more).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });

  it.each([
    ['load balancer', 'show', 1],
    ['subnet', 'update', 2],
  ])('stops where the %s fails', (_, verb, count) => {
    const az = `case "$*" in *' ${verb} '*) return 1;; esac`;
    expect(calls(linkServiceAzCli(partsOf(loadBalancerDraft)), az)).toHaveLength(count);
  });
});

describe('Terraform', () => {
  it('HashiCorp’s parser reads the link service back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(loadBalancerDrafts, async (draft) => {
        const parts = partsOf(draft);
        const label = terraformName(parts.name);
        const { data, resource, output } = (await readHcl(linkServiceTerraform(parts))) as Record<
          string,
          Record<string, Record<string, unknown[]>>
        >;
        expect(data?.azurerm_lb?.[label]).toEqual([
          { name: parts.loadBalancerName, resource_group_name: parts.resourceGroup },
        ]);
        expect(resource?.azapi_update_resource?.[`${label}_subnet`]?.[0]).toEqual({
          type: 'Microsoft.Network/virtualNetworks/subnets@2025-01-01',
          resource_id: parts.subnetId,
          body: { properties: { privateLinkServiceNetworkPolicies: 'Disabled' } },
        });
        expect(resource?.azurerm_private_link_service?.[label]?.[0]).toEqual({
          name: parts.name,
          resource_group_name: parts.resourceGroup,
          location: `\${data.azurerm_lb.${label}.location}`,
          load_balancer_frontend_ip_configuration_ids: [parts.frontendId],
          visibility_subscription_ids: ['*'],
          ...(parts.fqdn && { fqdns: [parts.fqdn] }),
          nat_ip_configuration: [{ name: 'primary', primary: true, subnet_id: parts.subnetId }],
          depends_on: [`\${azapi_update_resource.${label}_subnet}`],
        });
        expect(output).toEqual({ [`${label}_id`]: [{ value: `\${azurerm_private_link_service.${label}.id}` }] });
      }),
      { numRuns: 40 }
    );
  });
});

it('writes Bicep for the resource group of the load balancer', () => {
  const code = linkServiceBicep(partsOf({ ...loadBalancerDraft, domainName: '' }));
  expect(code).toContain('--resource-group net --template-file');
  expect(code).toContain(
    `// az network vnet subnet update --ids ${loadBalancerDraft.network}/subnets/private-link --private-link-service-network-policies Disabled\n`
  );
  expect(code.slice(code.indexOf('@description')))
    .toBe(`@description('Region of the load balancer and the virtual network.')
param location string = resourceGroup().location
var frontend = 'front'

resource loadBalancer 'Microsoft.Network/loadBalancers@2025-01-01' existing = {
  name: 'lb-influx'
}

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' existing = {
  name: 'hub'
  scope: resourceGroup('0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b', 'hub')
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2025-01-01' existing = {
  parent: network
  name: 'private-link'
}

resource linkService 'Microsoft.Network/privateLinkServices@2025-01-01' = {
  name: 'pls-influx'
  location: location
  properties: {
    enableProxyProtocol: false
    ipConfigurations: [
      {
        name: 'primary'
        properties: {
          primary: true
          privateIPAddressVersion: 'IPv4'
          privateIPAllocationMethod: 'Dynamic'
          subnet: {
            id: subnet.id
          }
        }
      }
    ]
    loadBalancerFrontendIpConfigurations: [
      {
        id: '\${loadBalancer.id}/frontendIPConfigurations/\${frontend}'
      }
    ]
    // All subscriptions, since the endpoint is in a Microsoft subscription. Each request requires approval.
    visibility: {
      subscriptions: [
        '*'
      ]
    }
  }
}

output resourceId string = linkService.id
`);
});

it('Bicep gives the link service its domain name', () => {
  const code = linkServiceBicep(partsOf(loadBalancerDraft));
  expect(code).toContain("    fqdns: [\n      'influx.plant7.contoso.com'\n    ]\n");
});

it('says which version of azapi Terraform needs', () => {
  expect(linkServiceTerraform(partsOf(loadBalancerDraft))).toContain('\n# and Azure/azapi 2 or newer.\n');
});

it('Bicep quotes what it was given', () => {
  const code = linkServiceBicep(
    partsOf({ ...loadBalancerDraft, loadBalancer: loadBalancerDraft.loadBalancer + "'${x}" })
  );
  expect(code).toContain("name: 'lb-influx\\'\\${x}'");
});

it('names the port that the load balancer must pass on', () => {
  const code = linkServiceCode(loadBalancerDraft);
  expect(code.every((one) => one.code.includes('needs a rule for port 8086.'))).toBe(true);
});

it.each([aksDraft, loadBalancerDraft])('takes no notice of blanks around what was entered: %j', (draft) => {
  const padded = Object.fromEntries(
    Object.entries(draft).map(([field, text]) => [field, field === 'place' ? text : ` ${text} `])
  ) as unknown as LinkServiceDraft;
  const code = linkServiceCode(draft);
  expect(code.every((one) => /[^\n]\n$/.test(one.code))).toBe(true);
  expect(linkServiceCode(padded)).toEqual(code);
  expect(expectedId(padded)).toBe(expectedId(draft));
});

it('writes the IDs of what is there in the casing that Terraform wants', () => {
  const { loadBalancer, network } = loadBalancerDraft;
  const cased = partsOf({
    ...loadBalancerDraft,
    loadBalancer: loadBalancer.replace('Microsoft.Network/loadBalancers', 'microsoft.network/LOADBALANCERS'),
    network: network.replace('Microsoft.Network/virtualNetworks', 'microsoft.network/VIRTUALNETWORKS'),
  });
  expect(cased).toMatchObject({
    loadBalancerId: loadBalancer,
    frontendId: `${loadBalancer}/frontendIPConfigurations/front`,
    subnetId: `${network}/subnets/private-link`,
  });
});

it('each place has its languages', () => {
  const titles = (draft: LinkServiceDraft) => linkServiceCode(draft).map(({ title }) => title);
  expect(titles(aksDraft)).toEqual(['Kubernetes manifest']);
  expect(titles(loadBalancerDraft)).toEqual(['Azure CLI', 'Bicep', 'Terraform']);
  expect(titles({ ...loadBalancerDraft, place: 'vnet' })).toEqual(['Azure CLI', 'Bicep', 'Terraform']);
  expect(titles({ ...aksDraft, place: 'vendor' })).toEqual([]);
  expect(titles(emptyLinkService)).toEqual([]);
});

it('nothing that isn’t a name gets into code, however it reads', () => {
  fc.assert(
    fc.property(nastyDrafts, (draft) => {
      const code = linkServiceCode(draft);
      const isName = /^[\w.-]*$/.test(draft.name.trim()) && /^\s*\d+\s*$/.test(draft.port);
      expect(code.length === 0 || isName).toBe(true);
    })
  );
});

it('knows the resource ID beforehand', () => {
  const id = (group: string, name: string) =>
    `/subscriptions/0d9e8c7b-6a5f-4e3d-8c2b-1a0f9e8d7c6b/resourceGroups/${group}/providers/Microsoft.Network/privateLinkServices/${name}`;
  expect(expectedId(aksDraft)).toBe(id('mc_shop', 'prometheus-private'));
  expect(expectedId(loadBalancerDraft)).toBe(id('net', 'pls-influx'));
  expect(expectedId({ ...aksDraft, name: '' })).toBe('');
  expect(expectedId({ ...aksDraft, subscriptionId: 'x/../y' })).toBe('');
  expect(expectedId({ ...aksDraft, place: 'vendor', loadBalancer: '' })).toBe('');
});
