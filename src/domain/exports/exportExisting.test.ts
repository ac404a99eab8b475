import fc from 'fast-check';
import { exportInput } from '../../test/arbitrary/exportInput';
import { readBicep } from '../../test/arbitrary/readBicep';
import { readBicepEndpoints, readTerraformEndpoints, writtenOf } from '../../test/arbitrary/readEndpoints';
import { type Endpoint } from '../endpoint';
import { sampleEndpoint, sampleTargetId, sampleWorkspaceId } from '../testing/sampleEndpoint';
import { existingFormats, exportExisting } from './exportExisting';

const endpoints = fc
  .uniqueArray(exportInput, {
    selector: ({ name }) => name.toLowerCase(),
    minLength: 1,
    maxLength: 5,
  })
  .map((inputs) =>
    inputs.map((input) => sampleEndpoint({ ...input, subResources: [...input.subResources], tags: { ...input.tags } }))
  )
  // Terraform's own language writes all text in this form.
  .filter((all) => JSON.stringify(all) === JSON.stringify(all).normalize('NFC'));

const idOf = ({ name }: Endpoint) => `${sampleWorkspaceId}/managedPrivateEndpoints/${name}`;

it.each(['azurerm', 'azapi'] as const)(
  "HashiCorp's parser reads all endpoints of %s back as they are, each with its import",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(endpoints, async (all) => {
        const { code, leftOut } = exportExisting(format, all, sampleWorkspaceId);
        const read = await readTerraformEndpoints(code);
        expect(leftOut).toEqual([]);
        expect(new Set(read.endpoints.values())).toEqual(new Set(all.map(writtenOf)));
        expect(read.imports).toEqual(
          all.map((endpoint) => {
            const address = read.imports.find(({ id }) => id?.split('?')[0] === idOf(endpoint))?.to ?? '';
            expect(read.endpoints.get(address.replace(/^\$\{(.*)\}$/, '$1'))).toEqual(writtenOf(endpoint));
            const isAzapi = address.includes('azapi_resource.');
            return { to: address, id: idOf(endpoint) + (isAzapi ? '?api-version=2025-08-01' : '') };
          })
        );
      }),
      { numRuns: 30 }
    );
  }
);

it('a reader of Bicep reads all endpoints back as they are', () => {
  fc.assert(
    fc.property(endpoints, (all) => {
      const { code } = exportExisting('bicep', all, sampleWorkspaceId);
      expect(readBicepEndpoints(code)).toEqual(all.map(writtenOf));
    }),
    { numRuns: 50 }
  );
});

it('names no two things alike', async () => {
  const all = ['a-b', 'A-b-', 'a--b', 'endpoint-a-b'].map((name) => sampleEndpoint({ name }));
  const { endpoints: read } = await readTerraformEndpoints(exportExisting('azapi', all, sampleWorkspaceId).code);
  expect([...read.keys()]).toEqual([
    'azapi_resource.a_b',
    'azapi_resource.a_b_2',
    'azapi_resource.a_b_3',
    'azapi_resource.endpoint_a_b',
  ]);
  expect(Object.keys(readBicep(exportExisting('bicep', all, sampleWorkspaceId).code))).toEqual([
    ...['workspace', 'endpointAB', 'endpointAB_2', 'endpointAB_3', 'endpointEndpointAB'],
  ]);
});

const fitting = sampleEndpoint({ name: 'loki' });
const odd = sampleEndpoint({ name: 'odd', domainName: '*.prom.contoso.com' });
const azurerm = '# hashicorp/azurerm, with the subscription 5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25';
const azapi = '# Azure/azapi 2 or newer';
const both = '# azapi manages what azurerm refuses: wildcard domain names, and names of two letters.';

it.each([
  ['azurerm', [fitting], [azurerm]],
  ['azurerm', [sampleEndpoint({ name: 'sql' })], [azurerm]],
  ['azurerm', [fitting, odd], [azurerm, azapi, both]],
  ['azurerm', [odd], [azapi, both]],
  ['azapi', [fitting, odd], [azapi]],
] as const)('%s names the providers that are needed (%#)', (format, all, lines) => {
  expect(exportExisting(format, all, sampleWorkspaceId).code.split('\n\n')[0]).toBe(
    [
      '# Needs Terraform 1.5 or newer, or OpenTofu, with these providers:',
      ...lines,
      '# The plan imports what exists and changes nothing. Remove the import blocks once it is applied.',
    ].join('\n')
  );
});

it('keeps the casing that Azure answers, which Terraform would replace the endpoint for', () => {
  const targetId = sampleTargetId().toLowerCase();
  for (const { key } of existingFormats) {
    expect(exportExisting(key, [sampleEndpoint({ targetId })], sampleWorkspaceId).code).toContain(targetId);
  }
});

it('waits and refreshes once for all', () => {
  const all = [sampleEndpoint(), sampleEndpoint({ name: 'loki' })];
  for (const [format, create, refresh] of [
    ['azCli', 'az grafana managed-private-endpoint create', 'az grafana managed-private-endpoint refresh'],
    ['powerShell', 'New-AzGrafanaManagedPrivateEndpoint', 'Update-AzGrafanaManagedPrivateEndpoint'],
  ] as const) {
    const { code } = exportExisting(format, all, sampleWorkspaceId);
    expect(code.split(create)).toHaveLength(3);
    expect(code.split(refresh)).toHaveLength(2);
    expect(code).toContain('The resource owners must approve the requests now.');
  }
});

it.each(existingFormats.map(({ key }) => key))(
  '%s leaves out what is being deleted or can’t be read, and says so',
  (format) => {
    const going = sampleEndpoint({ name: 'going', provisioningState: 'Deleting' });
    const odd = sampleEndpoint({ name: 'odd\nrm -rf /', targetId: 'x\ny' });
    const gone = sampleEndpoint({ name: 'gone', provisioningState: 'Deleted' });
    const { code, leftOut } = exportExisting(format, [going, gone, sampleEndpoint(), odd], sampleWorkspaceId);
    expect(leftOut.map(({ name }) => name)).toEqual(['going', 'gone', 'odd\nrm -rf /']);
    const comment = format === 'bicep' ? '//' : '#';
    const notes = code.split('\n').slice(0, 3);
    expect(notes.slice(0, 2)).toEqual(
      ['going', 'gone'].map((name) => `${comment} Left out: ${name}. It’s being deleted.`)
    );
    expect(notes[2]).toMatch(/ Left out: odd rm -rf \/\. ./);
    expect(exportExisting(format, [going], sampleWorkspaceId)).toEqual({ code: '', leftOut: [leftOut[0]] });
  }
);
