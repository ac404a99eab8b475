import { readFileSync } from 'node:fs';
import { demo, demoWorkspaceId } from '../dev/azure/demo';
import { APP_PATH, PLUGIN_ID } from '../src/constants';
import { expect, expectAccessible, test, themes } from './fixtures';
import { disable, forgetSettings, SETTINGS } from './settings';
import { type ConfigurationView } from './views/ConfigurationView';

const fromFile = (variable: string) => readFileSync(process.env[variable] ?? '', 'utf8');

const fillClientSecret = async (view: ConfigurationView) => {
  await view.tenantId.fill(demo.tenantId);
  await view.clientId.fill(demo.clientId);
  await view.fillSecret(demo.clientSecret);
};

/** With what each costs: the method that is suggested needs no click. */
const signIns: Array<{
  method: string;
  fill: (view: ConfigurationView) => Promise<void>;
  costs: { clicks: number; fields: number };
}> = [
  {
    method: 'Client secret',
    costs: { clicks: 6, fields: 3 },
    fill: fillClientSecret,
  },
  {
    method: 'Client certificate',
    costs: { clicks: 5, fields: 3 },
    fill: async (view) => {
      await view.tenantId.fill(demo.tenantId);
      await view.clientId.fill(demo.clientId);
      // As Azure CLI writes it: one file with both.
      await view.certificate.fill(fromFile('PRIVATE_KEY_FILE') + fromFile('CERTIFICATE_FILE'));
      await expect(view.privateKey).toHaveValue(/PRIVATE KEY/);
    },
  },
  { method: 'Workload identity', costs: { clicks: 6, fields: 0 }, fill: async () => undefined },
  { method: 'Managed identity', costs: { clicks: 6, fields: 0 }, fill: async () => undefined },
];

test('the first field that is missing is shown whole, not below Grafana’s bar', async ({ configuration, request }) => {
  await forgetSettings(request);
  await configuration.openSetup();
  await configuration.saveIdentity.click();
  await expect(configuration.tenantId).toBeFocused();
  const isOnTop = (field: Element) => {
    const { left, top } = field.getBoundingClientRect();
    return document.elementFromPoint(left + 10, top + 2) === field;
  };
  await expect.poll(() => configuration.tenantId.evaluate(isOnTop)).toBe(true);
});

for (const { method, fill, costs } of signIns) {
  test(
    `from nothing to the list by ${method.toLowerCase()}`,
    { tag: '@stand-in' },
    async ({ configuration, effort, endpointList, page, request }) => {
      await forgetSettings(request);
      await endpointList.goto();
      await expect(page.getByRole('heading', { name: 'Set up private endpoints', level: 1 })).toBeVisible();
      await expect(endpointList.alert).toHaveCount(0);

      await configuration.method(method).check({ force: true });
      await configuration.chooseCloud(demo.cloudDisplayName);
      await fill(configuration);
      await configuration.saveIdentity.click();
      await configuration.workspace('contoso-grafana').check();
      await expect(configuration.role).toContainText(`--scope ${demoWorkspaceId()}`);
      await configuration.save.click();

      await expect(endpointList.names).toHaveCount(27);
      expect(effort.sum()).toEqual(costs);
      const stored = await (await request.get(SETTINGS)).text();
      expect(stored).not.toContain(demo.clientSecret);
      expect(stored).not.toContain('PRIVATE KEY');
    }
  );
}

for (const [path, heading] of [
  ['new', 'New private endpoint'],
  ['data-sources', 'Data sources'],
] as const) {
  test(
    `${path} of an app that nobody has set up leads to the set-up and comes back`,
    { tag: '@stand-in' },
    async ({ configuration, page, request }) => {
      await forgetSettings(request);
      await page.goto(`${APP_PATH}/${path}`);
      await configuration.chooseCloud(demo.cloudDisplayName);
      await configuration.method('Client secret').check({ force: true });
      await fillClientSecret(configuration);
      await configuration.saveIdentity.click();
      await configuration.workspace('contoso-large').check();
      await configuration.save.click();
      await expect(page).toHaveURL(new RegExp(`${APP_PATH}/${path}`));
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    }
  );
}

test('a secret that Entra refuses is told in the set-up', { tag: '@stand-in' }, async ({ configuration, request }) => {
  await forgetSettings(request);
  await configuration.openSetup();
  await configuration.method('Client secret').check({ force: true });
  await configuration.chooseCloud(demo.cloudDisplayName);
  await configuration.tenantId.fill(demo.tenantId);
  await configuration.clientId.fill(demo.clientId);
  await configuration.fillSecret('not-the-secret');
  await configuration.saveIdentity.click();
  await expect(configuration.form.getByRole('alert')).toContainText('client secret');
  await expect(configuration.save).toHaveCount(0);
  await configuration.fillSecret(demo.clientSecret);
  await configuration.saveIdentity.click();
  await expect(configuration.save).toBeVisible();
});

test(
  'the workspace is removed only after a question, and typed settings are left only after one',
  { tag: '@stand-in' },
  async ({ configuration, page }) => {
    await configuration.goto();
    await configuration.workspaceId.fill('');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    const tab = page.getByRole('tab', { name: 'Private endpoints' });
    await tab.click();
    expect(asked).toEqual([expect.stringContaining('Leave without saving?')]);
    await expect(configuration.save).toBeVisible();

    await configuration.save.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep workspace' }).click();
    await expect(configuration.workspaceId).toHaveValue(demoWorkspaceId());
    await configuration.clientId.fill('me');
    await tab.click();
    await expect(configuration.form).toHaveCount(0);
    expect(asked).toHaveLength(2);
  }
);

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
  ['client', (view) => view.clientId.fill('my app'), /^Application \(client\) ID must be a GUID$/],
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
      await expect(page.getByRole('link', { name: 'Set up' })).toBeVisible();
      await expectAccessible(page);
      await configuration.openSetup(`theme=${theme}`);
      await configuration.saveIdentity.click();
      await expect(configuration.form.getByRole('alert').first()).toBeVisible();
      await expectAccessible(page);
      await configuration.method('Client secret').check({ force: true });
      await configuration.chooseCloud(demo.cloudDisplayName);
      await fillClientSecret(configuration);
      await configuration.saveIdentity.click();
      await expect(configuration.workspace('contoso-grafana')).toBeVisible();
      await expectAccessible(page);
    }
  );
}
