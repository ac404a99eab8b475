import { type Locator } from '@playwright/test';
import { expect, expectAccessible, test, themes } from './fixtures';
import { tabTo } from './keyboard';
import { disable } from './settings';
import { EndpointListView } from './views/EndpointListView';

const ROUTE = '/api/plugins/azure-privateendpoints-app/resources';

test('the page lists every endpoint of the workspace', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(page.getByText('1–27 of 27')).toBeVisible();
  await expect(endpointList.names).toHaveCount(27);

  const loki = endpointList.row('loki-aks');
  await expect(loki.getByText('Approved', { exact: true })).toBeVisible();
  await expect(loki.getByText('Approved by the AKS team')).toBeVisible();
  await expect(loki.getByText('loki.obs.contoso.com')).toBeVisible();
  await loki.getByRole('button', { name: /^Copy private IP/ }).click();
  await expect(loki.getByRole('status')).toHaveText('Copied private IP');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await expect(loki.getByText(copied)).toBeVisible();

  await endpointList.search.fill('loki');
  await expect(endpointList.names).toHaveText(['loki-aks']);
  await expect(page).toHaveURL(/\?q=loki$/);
  await page.reload();
  await expect(endpointList.names).toHaveText(['loki-aks']);
});

test(
  'the configuration tab has the same rows, and the tools are on the page',
  { tag: '@stand-in' },
  async ({ endpointList, page }) => {
    await endpointList.gotoTab('q=loki');
    await expect(page.getByText('1–27 of 27')).toBeVisible();
    await expect(endpointList.names).toHaveCount(27);
    await expect(endpointList.search).toHaveCount(0);
    await expect(endpointList.newEndpoint).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await page.getByRole('link', { name: 'Manage private endpoints' }).click();
    await expect(endpointList.search).toBeVisible();
  }
);

test(
  'while the app is disabled, the configuration tab leads nowhere that is blank',
  { tag: '@stand-in' },
  async ({ endpointList, page, request }) => {
    await disable(request);
    await endpointList.gotoTab();
    await expect(page.getByText('The app isn’t enabled yet')).toBeVisible();
    await expect(endpointList.newEndpoint).toHaveCount(0);
    await expect(endpointList.table).toHaveCount(0);
  }
);

test('many rows fit, from high up on the page', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await endpointList.goto();
  await expect(endpointList.refreshPanel).toContainText('Refresh to get it');
  const top = async (locator: Locator) => (await locator.boundingBox())?.y ?? NaN;
  const head = await top(page.getByRole('heading', { level: 1 }));
  expect((await top(endpointList.names.first())) - head).toBeLessThanOrEqual(320);
  await expect(endpointList.names.nth(8)).toBeInViewport({ ratio: 1 });
  const heights = await endpointList.table
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights) - Math.min(...heights), 'no row is higher than another').toBeLessThanOrEqual(20);
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(endpointList.names.nth(7)).toBeInViewport({ ratio: 1 });
});

test('few stops lead by keyboard to the first row', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(27);
  await page.getByRole('link', { name: 'Open in Azure portal' }).focus();
  const first = endpointList.names.first().getByRole('link');
  let stops = 0;
  while (!(await first.evaluate((link) => link === document.activeElement)) && stops < 30) {
    await page.keyboard.press('Tab');
    stops++;
  }
  expect(stops).toBeLessThanOrEqual(8);
});

test('nothing is announced unless someone asks', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(27);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) =>
      changes.forEach(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        said.push(element?.closest('[role=status], [role=alert]')?.textContent ?? '');
      })
    ).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.filter(Boolean));
  // The page follows the workspace every 4 to 8 seconds.
  await page.waitForResponse(/\/follow$/);
  await page.waitForResponse(/\/follow$/);
  expect(await said()).toEqual([]);
  await endpointList.reload.click();
  await expect.poll(said).toContain('Loading…');
});

test(
  'several dead ends are deleted at once, and one that fails is told',
  { tag: '@stand-in' },
  async ({ azure, effort, endpointList, page }) => {
    test.slow();
    await endpointList.goto();
    await endpointList.choose('sandbox-dbx');
    await endpointList.choose('sessions-pg');
    await azure.addFault({
      host: 'resourceManager',
      method: 'DELETE',
      path: 'sessions-pg',
      times: 1,
      effect: { kind: 'status', status: 403 },
    });
    await endpointList.deleteChosen.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('listitem').filter({ hasText: 'sandbox-dbx' })).toContainText('Forecasts');
    await expectAccessible(page, '[role="dialog"]');
    await dialog.getByLabel('Type delete to confirm').fill('delete');
    await dialog.getByRole('button', { name: 'Delete 2 endpoints' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Couldn’t delete sessions-pg', { timeout: 60_000 });
    await expect(dialog.getByText('Deletion started')).toBeVisible();
    expect(effort.sum()).toEqual({ clicks: 4, fields: 1 });
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(dialog).toHaveCount(0, { timeout: 60_000 });
    await expect(endpointList.row('sandbox-dbx')).toHaveCount(0, { timeout: 60_000 });
    await expect(endpointList.row('sessions-pg')).toHaveCount(0, { timeout: 60_000 });
    await expect(endpointList.names).toHaveCount(25);
  }
);

test('Back undoes a filter', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await endpointList.state('In progress').click();
  await expect(endpointList.names).toHaveCount(5);
  await page.goBack();
  await expect(endpointList.names).toHaveCount(27);
});

test('works by keyboard alone', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(27);
  await endpointList.state('Approved').focus();
  await page.keyboard.press('Enter');
  await expect(endpointList.state('Approved')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('combobox', { name: 'Sort by' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Age');
  await expect(page.getByRole('option')).toHaveText(['Age']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Ascending. Reverse order' }));
  await page.keyboard.press('Space');
  await expect(endpointList.table.getByRole('columnheader', { name: 'Age' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  await expect(page).toHaveURL(/sort=-age/);
});

test(
  'shows kinds, states and properties that nobody has heard of',
  { tag: '@stand-in' },
  async ({ azure, endpointList }) => {
    await azure.overrideEndpoint('contoso-grafana', 'loki-aks', {
      properties: {
        provisioningState: 'Pondering',
        connectionState: { status: 'Entangled' },
        privateLinkResourceId: null,
        groupIds: null,
        teleport: true,
      },
    });
    await endpointList.goto('q=loki-aks');
    const row = endpointList.row('loki-aks');
    await expect(row.getByText('Pondering', { exact: true })).toBeVisible();
    await expect(row.getByText('Connection: Entangled · Provisioning: Pondering')).toBeVisible();
    await expect(row.getByText('Unknown resource type')).toBeVisible();
  }
);

test('reloads, and keeps the list when that fails', { tag: '@stand-in' }, async ({ azure, endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(27);
  await azure.addFault({
    host: 'resourceManager',
    path: 'managedPrivateEndpoints',
    times: 0,
    effect: { kind: 'status', status: 429, headers: { 'Retry-After': '600' } },
  });
  await endpointList.reload.click();
  await expect(endpointList.alert).toContainText('Couldn’t reload the list');
  await expect(endpointList.alert).toContainText('10 minutes');
  await expect(endpointList.names).toHaveCount(27);
  await azure.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(endpointList.alert).toHaveCount(0);
});

test('only admins get the list', { tag: '@stand-in' }, async ({ pageOf, playwright, baseURL, request }) => {
  const answer = await request.get(`${ROUTE}/endpoints`);
  expect(answer.status()).toBe(200);
  const { endpoints } = (await answer.json()) as { endpoints: unknown[] };
  expect(endpoints).toHaveLength(27);

  for (const user of ['editor', 'viewer']) {
    const page = await pageOf(user);
    const refused = await page.request.get(`${ROUTE}/endpoints`);
    expect(refused.status()).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'role_required' });
    await page.goto('/a/azure-privateendpoints-app/endpoints/loki-aks');
    await expect(page.getByText('You need the Admin role to use private endpoints')).toBeVisible();
  }
  const nobody = await playwright.request.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  expect((await nobody.get(`${ROUTE}/endpoints`)).status()).toBe(401);
  expect((await request.put(`${ROUTE}/nothing`, { data: {} })).status()).toBe(404);
});

const STATES = '/a/azure-privateendpoints-app/endpoints';

test(
  'Editors and Viewers see the states where the operator allows it, and nothing else',
  { tag: '@stand-in' },
  async ({ pageOf, preview }) => {
    void preview;
    for (const user of ['editor', 'viewer']) {
      const page = await pageOf(user);
      await page.goto(STATES);
      const view = new EndpointListView(page);
      await expect(view.names).toHaveCount(27);
      await expect(view.row('loki-aks')).toContainText('Private link service');
      await expect(view.table.getByRole('link')).toHaveCount(0);
      await expect(view.newEndpoint).toHaveCount(0);
      await expectAccessible(page);
      const told = await (await page.request.get(`${ROUTE}/states`)).text();
      expect(told).not.toMatch(/subscriptions|10\.174\.|contoso\.com/);
      await page.goto('/a/azure-privateendpoints-app/data-sources/check');
      await expect(page.getByText('You need the Admin role to use private endpoints')).toBeVisible();
    }
  }
);

test('without the operator’s leave, only admins see states', { tag: '@stand-in' }, async ({ pageOf, preview }) => {
  void preview;
  const below = process.env.SUB_PATH_URL ?? '';
  const page = await pageOf('viewer', below);
  expect((await page.request.get(`${below}${ROUTE}/states`)).status()).toBe(403);
  await page.goto(`${below}${STATES}`);
  await expect(page.getByText('You need the Admin role to use private endpoints')).toBeVisible();
});

for (const theme of themes) {
  test(`the list is accessible in the ${theme} theme`, { tag: '@stand-in' }, async ({ endpointList, page }) => {
    await endpointList.goto(`theme=${theme}`);
    await expect(endpointList.names).toHaveCount(27);
    await expectAccessible(page);
    await page.setViewportSize({ width: 420, height: 900 });
    await expectAccessible(page);
    await endpointList.search.fill('nothing like it');
    await expect(page.getByText('No private endpoints match your search')).toBeVisible();
    await expectAccessible(page);
  });
}

test('the list opens on any Grafana', async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(page.getByRole('heading', { name: 'Private endpoints', level: 1 })).toBeVisible();
  await expect(endpointList.reload).toBeVisible();
});
