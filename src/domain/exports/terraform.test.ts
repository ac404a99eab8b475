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
}

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
    expect(resource.azapi_resource?.[name]?.[0]).toMatchObject({ parent_id: sample.workspaceId, name });
    expect(data?.azapi_resource_list?.[`${name}_connections`]?.[0]).toMatchObject({
      depends_on: [`\${azapi_resource.${name}}`],
    });
  }
});

it('approves by the request code, then refreshes', async () => {
  const { resource, data } = await read(sample);
  expect(data?.azapi_resource_list?.influx_connections?.[0]).toMatchObject({
    type: 'Microsoft.Network/privateLinkServices/privateEndpointConnections@2025-01-01',
    parent_id: sample.targetId,
  });
  expect(resource.azapi_update_resource?.influx_approval?.[0]).toMatchObject({
    resource_id: '${local.influx_connection.id}',
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
  const parts = exportParts({ ...sample, requestMessage: '' });
  expect(parts.ok && terraform(parts.value)).toContain('"/privateendpoints/grafana-ws-influx"');
});

it('leaves an unknown kind for its owner to approve', async () => {
  const { resource, data } = await read({ ...sample, targetId: sampleTargetId('Microsoft.Odd/things', 'x') });
  expect(data).toBeUndefined();
  expect(resource.azapi_resource_action?.influx_refresh?.[0]).toMatchObject({
    lifecycle: [{ replace_triggered_by: ['${azurerm_dashboard_grafana_managed_private_endpoint.influx}'] }],
  });
});
