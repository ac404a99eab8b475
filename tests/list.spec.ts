import { expect, expectAccessible, test, themes } from './fixtures';

const ROUTE = '/api/plugins/azure-privateendpoints-app/resources';

for (const place of ['page', 'tab'] as const) {
  test(`the ${place} lists every endpoint of the workspace`, { tag: '@stand-in' }, async ({ endpointList, page }) => {
    await (place === 'page' ? endpointList.goto() : endpointList.gotoTab());
    await expect(page.getByText('1–25 of 27')).toBeVisible();
    await expect(endpointList.names).toHaveCount(25);

    const loki = endpointList.row('loki-aks');
    await expect(loki.getByText('Approved', { exact: true })).toBeVisible();
    await expect(loki.getByText('Approved by the AKS team')).toBeVisible();
    await expect(loki.getByText('loki.obs.contoso.com')).toBeVisible();
    await loki.getByRole('button', { name: /^Copy private IP/ }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await expect(loki.getByText(copied)).toBeVisible();

    await endpointList.search.fill('loki');
    await expect(endpointList.names).toHaveText(['loki-aks']);
    await expect(page).toHaveURL(place === 'page' ? /\?q=loki$/ : /\?page=endpoints&q=loki$/);
    await page.reload();
    await expect(endpointList.names).toHaveText(['loki-aks']);
  });
}

test('Back undoes a filter', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await endpointList.state('Rejected').click();
  await expect(endpointList.names).toHaveText(['adx-archive', 'sandbox-dbx']);
  await page.goBack();
  await expect(endpointList.names).toHaveCount(25);
});

test('works by keyboard alone', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(25);
  await endpointList.state('Approved').focus();
  await page.keyboard.press('Enter');
  await expect(endpointList.state('Approved')).toHaveAttribute('aria-pressed', 'true');
  await endpointList.table.getByRole('button', { name: 'Age' }).focus();
  await page.keyboard.press('Space');
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
    await expect(row.getByText('Connection: Entangled')).toBeVisible();
    await expect(row.getByText('Unknown resource type')).toBeVisible();
  }
);

test('reloads, and keeps the list when that fails', { tag: '@stand-in' }, async ({ azure, endpointList, page }) => {
  await endpointList.goto();
  await expect(endpointList.names).toHaveCount(25);
  await azure.addFault({
    host: 'resourceManager',
    path: 'managedPrivateEndpoints',
    times: 0,
    effect: { kind: 'status', status: 429, headers: { 'Retry-After': '600' } },
  });
  await endpointList.reload.click();
  await expect(endpointList.alert).toContainText('Couldn’t reload the list');
  await expect(endpointList.alert).toContainText('10 minutes');
  await expect(endpointList.names).toHaveCount(25);
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

for (const theme of themes) {
  test(`the list is accessible in the ${theme} theme`, { tag: '@stand-in' }, async ({ endpointList, page }) => {
    await endpointList.goto(`theme=${theme}`);
    await expect(endpointList.names).toHaveCount(25);
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
