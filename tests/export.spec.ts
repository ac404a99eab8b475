import { readFile } from 'node:fs/promises';
import { demo } from '../dev/azure/demo';
import { mainEndpoints } from '../dev/azure/demo/mainEndpoints';
import { storePassword } from '../dev/azure/network/storeSpecs';
import { readCsv } from '../src/test/arbitrary/readCsv';
import { expect, expectAccessible, test, themes, tooWide } from './fixtures';
import { tabTo } from './keyboard';
import { lookAfter } from './settings';

test(
  'the list leads to the workspace as code and as CSV, by keyboard',
  { tag: '@stand-in' },
  async ({ endpointList, exported, page }) => {
    await endpointList.goto();
    await tabTo(page.getByRole('link', { name: 'Export', exact: true }));
    await page.keyboard.press('Enter');
    await expect(exported.code('Terraform: private endpoints')).toContainText(
      'to = azurerm_dashboard_grafana_managed_private_endpoint.loki_aks'
    );
    await expect(exported.endpoints).toContainText('reports-old: It’s being deleted.');

    await tabTo(exported.endpoints.getByRole('tab', { name: 'CSV' }));
    await page.keyboard.press('Enter');
    await tabTo(exported.download('CSV: private endpoints'));
    const started = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await started;
    expect(file.suggestedFilename()).toBe(`${demo.workspaces.main}-private-endpoints.csv`);
    const text = await readFile(await file.path(), 'utf8');
    const [head = [], ...rows] = readCsv(text.replace(/^\ufeff/, ''));
    expect(rows.map(([name]) => name).sort()).toEqual(mainEndpoints.map(({ name }) => name).sort());
    expect(rows.find(([name]) => name === 'prometheus-edge')?.[head.indexOf('State')]).toBe(
      'Approved, waiting for private IP'
    );
  }
);

test(
  'an endpoint leads to itself and its data sources as code, without secrets',
  { tag: '@stand-in' },
  async ({ endpoint, exported, page }) => {
    await endpoint.goto('loki-aks');
    await endpoint.details.getByRole('link', { name: 'Export as code' }).click();
    await exported.endpoints.getByRole('tab', { name: 'Bicep' }).click();
    await exported.copy('Bicep: private endpoints').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("name: 'loki-aks'");

    await expect(exported.code('Terraform: data sources')).toContainText('grafana_data_source.cluster_logs');
    await exported.dataSources.getByRole('tab', { name: 'Provisioning file' }).click();
    const file = exported.code('Provisioning file: data sources');
    await expect(file).toContainText('basicAuthPassword: $CLUSTER_LOGS_BASIC_AUTH_PASSWORD');
    await expect(file).not.toContainText(storePassword);
    await exported.all.click();
    await expect(exported.endpoints.getByRole('heading')).toHaveText(`Private endpoints: ${mainEndpoints.length}`);
  }
);

test('a thousand endpoints are exported whole', { tag: '@stand-in' }, async ({ exported, page, request }) => {
  await lookAfter(request, demo.workspaces.large);
  await exported.goto();
  await expect(exported.endpoints.getByRole('heading')).toHaveText('Private endpoints: 1,000');
  await expect(exported.endpoints).toContainText(/First 400 of [\d,]+ lines/);
  await exported.endpoints.getByRole('tab', { name: 'Terraform (azapi)' }).click();
  const started = page.waitForEvent('download');
  await exported.download('Terraform (azapi): private endpoints').click();
  const text = await readFile(await (await started).path(), 'utf8');
  expect(text.match(/^import \{$/gm)).toHaveLength(1000);
});

for (const theme of themes) {
  test(`the export is accessible (${theme})`, { tag: '@stand-in' }, async ({ exported, page }) => {
    await exported.goto(`theme=${theme}`);
    await expect(exported.code('Terraform: data sources')).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 420, height: 900 });
    await expectAccessible(page);
    expect(await tooWide(page)).toBe(0);
  });
}
