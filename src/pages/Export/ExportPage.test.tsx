import { screen } from '@testing-library/react';
import { http, HttpResponse, type RequestHandler } from 'msw';
import React from 'react';
import { type Endpoint } from '../../domain/endpoint';
import { sampleEndpoint } from '../../domain/testing/sampleEndpoint';
import { FakeGrafana } from '../../test/fakeGrafana';
import { demoEndpoints, demoWorkspace, INFLUX } from '../../test/fixtures';
import { answers } from '../../test/handlers';
import { render } from '../../test/render';
import { server } from '../../test/server';
import { exportPath } from '../../paths';
import { ExportPage } from './ExportPage';

const source = (uid: string, fields = {}) => ({
  uid,
  name: uid,
  type: 'influxdb',
  url: 'http://influx.internal.contoso.com:8086',
  jsonData: {},
  secureJsonFields: { token: true },
  ...fields,
});

beforeAll(() => Object.assign(window, { isSecureContext: true }));

/** Opens the page in the Grafana that is the workspace's own, and waits for its code. */
async function open(
  name = '',
  grafana = new FakeGrafana(source('plant')),
  endpoints: Endpoint[] = demoEndpoints,
  ...first: RequestHandler[]
) {
  server.use(
    ...first,
    ...grafana.handlers,
    answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint: window.location.origin } }),
    answers('GET /endpoints', { endpoints })
  );
  const view = render(<ExportPage />, exportPath(name));
  await screen.findByRole('tab', { name: 'CSV' });
  const tab = async (title: string) => view.user.click(screen.getByRole('tab', { name: title }));
  return { ...view, grafana, tab };
}

const code = (label: string) => screen.getByLabelText(label, { selector: 'pre' }).textContent;

it('exports the whole workspace in each format', async () => {
  const { tab } = await open();
  expect(screen.getByRole('heading', { name: 'Private endpoints: 3' })).toBeVisible();
  expect(code('Terraform: private endpoints')?.match(/^import \{/gm)).toHaveLength(3);
  for (const [title, holds] of [
    ['Terraform (azapi)', 'resource "azapi_resource" "orders_sql" {'],
    ['Bicep', "resource endpointOrdersSql 'Microsoft.Dashboard"],
    ['Azure CLI', 'az grafana managed-private-endpoint create'],
    ['PowerShell', 'New-AzGrafanaManagedPrivateEndpoint'],
    ['CSV', '"orders-sql","Pending approval","Pending","Succeeded"'],
    ['JSON', '"state": "Pending approval"'],
  ] as const) {
    await tab(title);
    expect(code(`${title}: private endpoints`)).toContain(holds);
  }
});

it('exports one endpoint with the data sources that use it', async () => {
  await open('INFLUX', new FakeGrafana(source('plant'), source('other', { url: 'http://elsewhere:1' })));
  expect(screen.getByRole('heading', { name: 'Private endpoint' })).toBeVisible();
  expect(code('Terraform: private endpoints')?.match(/^import \{/gm)).toHaveLength(1);
  expect(await screen.findByRole('heading', { name: 'Data sources: 1' })).toBeVisible();
  expect(await screen.findByLabelText('Terraform: data sources')).toHaveTextContent('grafana_data_source.plant');
});

it('copies and downloads all of it, CSV with the mark that Excel needs', async () => {
  const blobs: Blob[] = [];
  const names: string[] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => (blobs.push(blob), 'blob:x'),
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const { user, tab } = await open();
  const copied = jest.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Download Terraform: private endpoints' }));
  await tab('CSV');
  await user.click(screen.getByRole('button', { name: 'Copy CSV: private endpoints' }));
  expect(copied).toHaveBeenLastCalledWith(
    code('CSV: private endpoints')?.replaceAll('\n', '\r\n').replaceAll('\r\r\n', '\r\n')
  );
  await user.click(screen.getByRole('button', { name: 'Download CSV: private endpoints' }));
  expect(names).toEqual(['contoso-grafana-private-endpoints.tf', 'contoso-grafana-private-endpoints.csv']);
  const [terraform = '', csv = ''] = await Promise.all(blobs.map((blob) => textOf(blob)));
  expect(terraform).toMatch(/^# Needs Terraform/);
  expect(csv).toMatch(/^\ufeff"Name","State"/);
  jest.restoreAllMocks();
});

/** A decoder would take the mark away. */
const textOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer()).toString();

it('writes data sources without secrets, and says which are left out', async () => {
  const grafana = new FakeGrafana(
    source('plant', { url: 'http://kim:hunter2@influx.internal.contoso.com:8086' }),
    source('file', { readOnly: true }),
    source('gone')
  );
  const { user } = await open(
    '',
    grafana,
    undefined,
    http.get('*/api/datasources/uid/gone', () => HttpResponse.json({ message: 'no' }, { status: 404 }))
  );
  await user.click(await screen.findByRole('tab', { name: 'Provisioning file' }));
  expect(code('Provisioning file: data sources')).toContain('url: $PLANT_URL');
  expect(code('Provisioning file: data sources')).toContain('token: $PLANT_TOKEN');
  expect(document.body.innerHTML).not.toContain('hunter2');
  expect(screen.getByText('file: It’s provisioned from a file already.')).toBeVisible();
  expect(screen.getByText(/^gone: .+\.$/)).toBeVisible();
});

it('reads many data sources only when someone wants them', async () => {
  const grafana = new FakeGrafana(...Array.from({ length: 51 }, (_, i) => source(`plant-${i}`)));
  const { user } = await open('', grafana);
  const load = await screen.findByRole('button', { name: 'Load 51 data sources' });
  expect(grafana.count('GET')).toBe(0);
  await user.click(load);
  expect(await screen.findByLabelText('Terraform: data sources')).toHaveTextContent('grafana_data_source.plant_0');
  expect(grafana.count('GET')).toBe(51);
});

it('shows the beginning of long code, and takes all of it', async () => {
  const many = Array.from({ length: 60 }, (_, i) => sampleEndpoint({ name: `influx-${i}` }));
  const { user } = await open('', new FakeGrafana(), many);
  const copied = jest.spyOn(navigator.clipboard, 'writeText');
  expect(screen.getByText(/^First 400 of [\d,]+ lines$/)).toBeVisible();
  expect(code('Terraform: private endpoints')).not.toContain('influx-59');
  await user.click(screen.getByRole('button', { name: 'Copy Terraform: private endpoints' }));
  expect(copied).toHaveBeenLastCalledWith(expect.stringContaining('influx-59'));
});

it('says that there is nothing to export', async () => {
  server.use(answers('GET /endpoints', { endpoints: [INFLUX] }));
  render(<ExportPage />, exportPath('nobody'));
  expect(await screen.findByText('This workspace has no private endpoint named nobody')).toBeVisible();
  expect(screen.queryByRole('tab')).not.toBeInTheDocument();
});
