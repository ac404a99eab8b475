import { readFileSync } from 'node:fs';
import { demo, demoWorkspaceId } from '../dev/azure/demo';
import { PLUGIN_ID } from '../src/constants';
import { expect, expectAccessible, test, themes } from './fixtures';
import { disable, forgetSettings, SETTINGS } from './settings';
import { type ConfigurationView } from './views/ConfigurationView';

const fromFile = (variable: string) => readFileSync(process.env[variable] ?? '', 'utf8');

const signIns: Array<{ method: string; fill: (view: ConfigurationView) => Promise<void> }> = [
  {
    method: 'Client secret',
    fill: async (view) => {
      await view.tenantId.fill(demo.tenantId);
      await view.clientId.fill(demo.clientId);
      await view.fillSecret(demo.clientSecret);
    },
  },
  {
    method: 'Client certificate',
    fill: async (view) => {
      await view.tenantId.fill(demo.tenantId);
      await view.clientId.fill(demo.clientId);
      await view.certificate.fill(fromFile('CERTIFICATE_FILE'));
      await view.privateKey.fill(fromFile('PRIVATE_KEY_FILE'));
    },
  },
  { method: 'Workload identity', fill: async () => undefined },
  { method: 'Managed identity', fill: async () => undefined },
];

for (const { method, fill } of signIns) {
  test(
    `from nothing to the list by ${method.toLowerCase()}`,
    { tag: '@stand-in' },
    async ({ configuration, endpointList, page, request }) => {
      await forgetSettings(request);
      await endpointList.goto();
      await endpointList.alert.getByRole('link', { name: 'Open configuration' }).click();

      await configuration.method(method).check({ force: true });
      await configuration.chooseCloud(demo.cloudDisplayName);
      await fill(configuration);
      await configuration.save.click();
      await expect(configuration.checks.getByText('Authentication succeeded.')).toBeVisible();

      await page.getByRole('combobox', { name: 'Or select a workspace' }).click();
      await page.getByRole('option', { name: /^contoso-grafana/ }).click();
      await expect(configuration.workspaceId).toHaveValue(demoWorkspaceId());
      await configuration.save.click();
      await expect(configuration.checks.getByText('The workspace contoso-grafana was found.')).toBeVisible();
      await expect(configuration.checks.getByText('The identity can list private endpoints.')).toBeVisible();

      await page.getByRole('tab', { name: 'Private endpoints' }).click();
      await expect(endpointList.names).toHaveCount(27);
      const stored = await (await request.get(SETTINGS)).text();
      expect(stored).not.toContain(demo.clientSecret);
      expect(stored).not.toContain('PRIVATE KEY');
    }
  );
}

test(
  'an app that was disabled opens from the page that enabled it',
  { tag: '@stand-in' },
  async ({ configuration, endpoint, endpointList, page, request }) => {
    await disable(request);
    await configuration.goto();
    await configuration.form.getByRole('button', { name: 'Enable, save and test' }).click();
    await expect(configuration.checks.getByText('The workspace contoso-grafana was found.')).toBeVisible();
    await page.getByRole('tab', { name: 'Private endpoints' }).click();
    await endpointList.row('loki-aks').getByRole('link', { name: 'loki-aks' }).click();
    await expect(endpoint.state).toBeVisible();
  }
);

test('a portal address is understood and tidied', { tag: '@stand-in' }, async ({ configuration }) => {
  await configuration.goto();
  const shouted = demoWorkspaceId('contoso-large').replace('Microsoft.Dashboard', 'MICROSOFT.DASHBOARD');
  await configuration.workspaceId.fill(`https://portal.azure.com/#@contoso.com/resource${shouted}/overview`);
  await configuration.workspaceId.blur();
  await expect(configuration.workspaceId).toHaveValue(/^\/subscriptions\/.+\/contoso-large$/);
  await configuration.save.click();
  await expect(configuration.checks.getByText('The workspace contoso-large was found.')).toBeVisible();
  await expect(configuration.save).toBeFocused();
});

const wrongInputs: Array<[string, (view: ConfigurationView) => Promise<void>, RegExp]> = [
  ['tenant', (view) => view.tenantId.fill('contoso'), /GUID or a domain/],
  ['client', (view) => view.clientId.fill('my app'), /Enter a GUID$/],
  ['workspace id', (view) => view.workspaceId.fill('/subscriptions/1/resourceGroups'), /./],
  [
    'workspace type',
    (view) => view.workspaceId.fill(demoWorkspaceId().replace('Dashboard/grafana', 'Sql/servers')),
    /not to a workspace/,
  ],
];

for (const [field, fill, message] of wrongInputs) {
  test(`a wrong ${field} is named at its field`, { tag: '@stand-in' }, async ({ configuration }) => {
    await configuration.goto();
    await fill(configuration);
    await configuration.save.click();
    await expect(configuration.form.getByRole('alert')).toHaveText(message);
    await expect(configuration.save).toBeEnabled();
  });
}

const refusals: Array<[string, (view: ConfigurationView) => Promise<void>, RegExp]> = [
  ['a wrong secret', (view) => view.fillSecret('not-the-secret'), /secret/],
  ['an expired secret', (view) => view.fillSecret(demo.expiredClientSecret), /expired/],
  ['an unknown tenant', (view) => view.tenantId.fill('11111111-2222-3333-4444-555555555555'), /tenant|directory/i],
  ['an unknown app', (view) => view.clientId.fill('11111111-2222-3333-4444-555555555555'), /app/i],
  ['a workspace that is not there', (view) => view.workspaceId.fill(demoWorkspaceId('contoso-gone')), /workspace/i],
];

for (const [what, fill, finding] of refusals) {
  test(`the check names ${what}`, { tag: '@stand-in' }, async ({ configuration }) => {
    await configuration.goto();
    await expect(configuration.checks.getByText('Authentication succeeded.')).toBeVisible();
    await fill(configuration);
    await configuration.save.click();
    await expect(configuration.checks.getByText('Some checks failed')).toBeVisible();
    await expect(configuration.checks.getByText('Failed', { exact: true }).locator('xpath=../..')).toHaveText(finding);
  });
}

test(
  'an identity without rights is told what is missing and who has it',
  { tag: '@stand-in' },
  async ({ configuration }) => {
    await configuration.goto();
    await configuration.clientId.fill(demo.readerClientId);
    await configuration.save.click();
    await expect(configuration.checks.getByText('The identity can list private endpoints.')).toBeVisible();
    await configuration.checks.getByRole('button', { name: 'Details' }).first().click();
    await expect(configuration.checks.getByText(/managedPrivateEndpoints\/write/).first()).toBeVisible();
  }
);

for (const theme of themes) {
  test(
    `the configuration page is accessible in the ${theme} theme`,
    { tag: '@stand-in' },
    async ({ configuration, page, request }) => {
      await page.goto(`/plugins/${PLUGIN_ID}?page=workspace&theme=${theme}`);
      await expect(configuration.checks.getByText('Authentication succeeded.')).toBeVisible();
      await expectAccessible(page);
      await forgetSettings(request);
      await page.reload();
      await configuration.method('Client certificate').check({ force: true });
      await configuration.save.click();
      await expect(configuration.form.getByRole('alert').first()).toBeVisible();
      await expectAccessible(page);
    }
  );
}
