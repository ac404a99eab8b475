import fc from 'fast-check';
import { sampleTargetId } from '../testing/sampleEndpoint';
import { exportInput } from '../../test/arbitrary/exportInput';
import { readTerraformEndpoints, writtenOf } from '../../test/arbitrary/readEndpoints';
import { readHcl } from '../../test/arbitrary/readHcl';
import { type ExportInput, exportParts } from './exportInput';
import { terraform } from './terraform';

type Block = Record<string, Array<Record<string, unknown>>>;
interface Parsed {
  resource: Record<string, Block>;
  data?: Record<string, Block>;
  locals?: Array<Record<string, string>>;
}

const codeOf = (input: ExportInput) => {
  const parts = exportParts(input);
  return parts.ok ? terraform(parts.value) : '';
};

async function read(input: ExportInput): Promise<Parsed> {
  const parts = exportParts(input);
  if (!parts.ok) {
    throw new Error(parts.problem.message);
  }
  return (await readHcl(terraform(parts.value))) as Parsed;
}

const sample: ExportInput = {
  workspaceId:
    '/subscriptions/5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25/resourceGroups/rg/providers/Microsoft.Dashboard/grafana/ws',
  location: 'westeurope',
  name: 'influx',
  targetId: sampleTargetId(),
  targetRegion: 'westeurope',
  subResources: [],
  requestMessage: 'Kim asks. MPE-7K3M-X9QT',
  domainName: 'influx.contoso.com',
  tags: { team: 'metrics' },
};

it("HashiCorp's parser reads the endpoint back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(exportInput, async (input) => {
      const parts = exportParts(input);
      fc.pre(parts.ok && JSON.stringify(input) === JSON.stringify(input).normalize('NFC'));
      const { endpoints } = await readTerraformEndpoints(parts.ok ? terraform(parts.value) : '');
      expect([...endpoints.values()]).toEqual([parts.ok && writtenOf(parts.value)]);
    }),
    { numRuns: 50 }
  );
});

it('has azapi create what azurerm refuses: a wildcard domain name, and a name of two letters', async () => {
  for (const odd of [{ domainName: '*.prom.contoso.com' }, { name: 'pg' }]) {
    const { name } = { ...sample, ...odd };
    const { resource, data } = await read({ ...sample, ...odd });
    expect(resource.azurerm_dashboard_grafana_managed_private_endpoint).toBeUndefined();
    expect(resource.azapi_resource?.[name]?.[0]).toMatchObject({
      type: expect.stringMatching(/^Microsoft\.Dashboard\/grafana\/managedPrivateEndpoints@\d{4}-/),
      parent_id: sample.workspaceId,
      name,
    });
    expect(codeOf({ ...sample, ...odd })).toMatch(/^# Needs the provider Azure\/azapi 2 or newer\.\n/);
    expect(data?.azapi_resource_list?.[`${name}_connections`]?.[0]).toMatchObject({
      depends_on: [`\${azapi_resource.${name}}`],
    });
  }
});

it('has azurerm create what it takes, and leaves out what there is none of', async () => {
  const bare = { ...sample, targetRegion: '', requestMessage: '', domainName: '', tags: {} };
  const { resource } = await read(bare);
  expect(resource.azurerm_dashboard_grafana_managed_private_endpoint?.influx?.[0]).toEqual({
    ...{ grafana_id: sample.workspaceId, name: 'influx', location: 'westeurope' },
    private_link_resource_id: sample.targetId,
  });
  expect(codeOf(bare)).toMatch(
    /^# Needs the providers hashicorp\/azurerm \(with this subscription: 5a1c0f3e-.*\)\n# and Azure\/azapi 2 or newer\.\n/
  );
  const { resource: odd } = await read({ ...bare, name: 'pg' });
  expect(odd.azapi_resource?.pg?.[0]?.body).toEqual({ properties: { privateLinkResourceId: sample.targetId } });
});

it('approves by the request code, then refreshes', async () => {
  const { resource, data, locals } = await read(sample);
  const type = 'Microsoft.Network/privateLinkServices/privateEndpointConnections@2025-01-01';
  expect(data?.azapi_resource_list?.influx_connections?.[0]).toEqual({
    type,
    parent_id: sample.targetId,
    response_export_values: ['value'],
    depends_on: ['${azurerm_dashboard_grafana_managed_private_endpoint.influx}'],
  });
  expect(locals?.[0]?.influx_connection?.replace(/\s+/g, ' ')).toBe(
    '${one([ for connection in data.azapi_resource_list.influx_connections.output.value : connection' +
      ' if strcontains(lower(try(connection.properties.privateLinkServiceConnectionState.description, "")), "mpe-7k3m-x9qt") ])}'
  );
  expect(resource.azapi_update_resource?.influx_approval?.[0]).toEqual({
    type,
    resource_id: '${local.influx_connection.id}',
    ignore_casing: true,
    ignore_missing_property: true,
    body: {
      properties: {
        privateLinkServiceConnectionState: { status: 'Approved', description: 'Approved by Terraform MPE-7K3M-X9QT' },
      },
    },
  });
  expect(resource.azapi_resource_action?.influx_refresh?.[0]).toMatchObject({
    type: 'Microsoft.Dashboard/grafana@2025-08-01',
    action: 'refreshManagedPrivateEndpoints',
    method: 'POST',
    lifecycle: [{ replace_triggered_by: ['${azapi_update_resource.influx_approval}'] }],
  });
});

it('falls back to the undocumented name without a code', () => {
  const code = codeOf({ ...sample, requestMessage: '' });
  expect(code).toContain('"/privateendpoints/grafana-ws-influx"');
  expect(code).toContain('  # Without a request code in the message, the only match is a name pattern');
  expect(code).toContain('        description = "Approved by Terraform"\n');
});

it('leaves an unknown kind for its owner to approve', async () => {
  const { resource, data } = await read({ ...sample, targetId: sampleTargetId('Microsoft.Odd/things', 'x') });
  expect(data).toBeUndefined();
  expect(codeOf({ ...sample, targetId: sampleTargetId('Microsoft.Odd/things', 'x') })).toContain(
    '\n# Unknown resource type: the resource owner must approve the request before the refresh.\n\n'
  );
  expect(resource.azapi_resource_action?.influx_refresh?.[0]).toMatchObject({
    lifecycle: [{ replace_triggered_by: ['${azurerm_dashboard_grafana_managed_private_endpoint.influx}'] }],
  });
});
