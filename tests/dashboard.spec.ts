import { demo, clientSecretSettings, demoWorkspaceId } from '../dev/azure/demo';
import { DATA_SOURCE_ID } from '../src/constants';
import { expect, test } from './fixtures';
import { GrafanaDataSources } from './grafanaDataSources';

const { main, empty } = demo.workspaces;

test(
  'the dashboard is in the navigation, and its panels show states with links into the app',
  { tag: '@stand-in' },
  async ({ page, pageOf, preview, request }) => {
    void preview;
    const { jsonData, secureJsonData } = clientSecretSettings(demoWorkspaceId());
    const workspaces = [main, empty].map((name) => demoWorkspaceId(name));
    await new GrafanaDataSources(request).create({
      ...{ uid: 'monitoring', name: 'Monitoring', type: DATA_SOURCE_ID, access: 'proxy', url: '', secureJsonData },
      jsonData: { ...jsonData, workspaces },
    });
    await page.goto('/a/azure-privateendpoints-app/endpoints');
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await expect(page.getByRole('heading', { name: 'Managed private endpoints' })).toBeVisible();
    const panel = (name: string) => page.getByRole('region', { name, exact: true });
    await expect(panel('Approved')).toContainText('10');
    await expect(panel('Pending')).toContainText('5');
    await expect(panel('Needs attention').nth(1).getByText('Rejected').first()).toBeVisible();
    await expect(panel('Pending, by age').getByRole('row').nth(1)).toContainText('erp-sqlmi');
    await expect(panel('Changes per day').locator('canvas')).toBeVisible();
    await expect(panel('Activity').getByText('Requested tempo-aks')).toBeVisible();

    await page.getByLabel('Workspace', { exact: true }).click();
    await page.getByRole('option', { name: empty }).click();
    await expect(panel('Approved')).toContainText('0');
    await expect(panel('Pending, by age').getByText('erp-sqlmi')).toHaveCount(0);
    await page.goBack();
    await page.goto('/d/azure-private-endpoints');
    await panel('Pending, by age').getByRole('link', { name: 'erp-sqlmi' }).click();
    await expect(page).toHaveURL(/azure-privateendpoints-app\/endpoints\/erp-sqlmi/);

    // Whoever may query data sources sees it.
    const theirs = await pageOf('viewer');
    await theirs.goto('/d/azure-private-endpoints');
    await expect(theirs.getByRole('region', { name: 'Approved', exact: true })).toContainText('10');
  }
);
