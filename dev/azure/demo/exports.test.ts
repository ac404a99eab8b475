/** @jest-environment node */
import { parse } from 'yaml';
import { type DataSource } from '../../../src/domain/address/dataSource';
import { exportDataSources } from '../../../src/domain/exports/exportDataSources';
import { existingFormats, exportExisting } from '../../../src/domain/exports/exportExisting';
import { listAsCsv, listAsJson } from '../../../src/domain/exports/exportList';
import { endpointRows } from '../../../src/domain/list/row';
import { readBicepEndpoints, readTerraformEndpoints, writtenOf } from '../../../src/test/arbitrary/readEndpoints';
import { readCsv } from '../../../src/test/arbitrary/readCsv';
import { readHcl } from '../../../src/test/arbitrary/readHcl';
import { type Endpoint } from '../../../src/domain/endpoint';
import { demo, demoWorkspaceId } from '../demo';
import { type AzureStandIn } from '../startAzure';
import { startTestAzure } from '../testing/azureClients';
import { productEndpoints } from '../testing/productEndpoints';
import { fullDto } from '../../grafana/dataSourceTypes';
import { storePassword } from '../network/storeSpecs';
import { demoDataSources } from './dataSources';

let azure: AzureStandIn;
beforeAll(async () => {
  azure = await startTestAzure();
});
afterAll(() => azure.close());

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
const going = ({ provisioningState }: Endpoint) => /^Delet/.test(provisioningState);

describe.each([demo.workspaces.main, demo.workspaces.large])('%s', (workspace) => {
  const id = demoWorkspaceId(workspace);
  let all: Endpoint[];
  let written: Array<ReturnType<typeof writtenOf>>;
  beforeAll(async () => {
    all = await productEndpoints(azure, workspace);
    written = all
      .filter((endpoint) => !going(endpoint))
      .map(writtenOf)
      .sort(byName);
  });

  it.each(['azurerm', 'azapi'] as const)('is read back from Terraform (%s)', async (format) => {
    const { endpoints, imports } = await readTerraformEndpoints(exportExisting(format, all, id).code);
    expect([...endpoints.values()].sort(byName)).toEqual(written);
    expect(imports).toHaveLength(written.length);
  });

  it('is read back from Bicep, CSV and JSON', () => {
    expect(readBicepEndpoints(exportExisting('bicep', all, id).code).sort(byName)).toEqual(written);
    const rows = endpointRows(all, Date.now());
    const [head = [], ...lines] = readCsv(listAsCsv(rows));
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    expect(column('Resource ID')).toEqual(all.map((endpoint) => endpoint.id));
    expect(column('Target resource ID')).toEqual(all.map(({ targetId }) => targetId));
    expect(column('State')).toEqual(rows.map(({ statusLabel }) => statusLabel));
    expect(JSON.parse(listAsJson(rows, { id, name: workspace })).endpoints).toEqual(
      rows.map(({ endpoint, statusLabel }) => ({ ...endpoint, state: statusLabel }))
    );
  });

  it('has each endpoint once in each script', () => {
    for (const [format, create] of [
      ['azCli', /^az grafana managed-private-endpoint create /gm],
      ['powerShell', /^New-AzGrafanaManagedPrivateEndpoint /gm],
    ] as const) {
      expect(exportExisting(format, all, id).code.match(create)).toHaveLength(written.length);
    }
  });

  it('takes a moment, on a busy machine too', () => {
    const rows = endpointRows(all, Date.now());
    const writers = [
      ...existingFormats.map(
        ({ key }) =>
          () =>
            exportExisting(key, all, id)
      ),
      () => listAsCsv(rows),
      () => listAsJson(rows, { id, name: workspace }),
    ];
    for (const write of writers) {
      const began = performance.now();
      write();
      expect(performance.now() - began).toBeLessThan(3_000);
    }
  });
});

it('the data sources of the demonstration are read back without their secrets', async () => {
  const sources = demoDataSources()
    .list()
    .map((source) => fullDto(source) as unknown as DataSource)
    .map((dataSource) => ({ name: dataSource.name, dataSource, failure: '', hasUnsafeNumbers: false }));
  const written = sources.map(({ dataSource }) => dataSource).filter(({ readOnly }) => readOnly !== true);
  const { code, leftOut } = exportDataSources('provisioning', sources);
  expect(leftOut).toEqual([{ name: 'Product catalogue', reason: 'It’s provisioned from a file already.' }]);
  expect(code).not.toContain(storePassword);
  const { datasources } = parse(code.replaceAll('$$', '$')) as { datasources: DataSource[] };
  expect(datasources.map(({ uid, url = '', jsonData = {} }) => ({ uid, url, jsonData }))).toEqual(
    written.map(({ uid, url = '', jsonData = {} }) => ({ uid, url, jsonData }))
  );
  const { resource } = (await readHcl(exportDataSources('terraform', sources).code)) as {
    resource: { grafana_data_source: Record<string, Array<{ uid: string }>> };
  };
  const uids = Object.values(resource.grafana_data_source).map(([block]) => block?.uid);
  expect(uids.sort()).toEqual(written.map(({ uid }) => uid).sort());
});
