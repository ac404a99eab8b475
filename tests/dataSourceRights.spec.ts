import { demo } from '../dev/azure/demo';
import { APP_PATH } from '../src/constants';
import { expect, test } from './fixtures';
import { lokiUrl, stagingLogs } from './samples';
import { useToken } from './settings';

const tag = { tag: '@stand-in' };

test('an editor is told whose page it is', tag, async ({ pageOf }) => {
  const page = await pageOf('editor');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // Grafana itself keeps people from pages in the navigation only.
  await page.goto(`${APP_PATH}/data-sources/fill-in/loki-aks`);
  await expect(page.getByText('You need the Admin role to use private endpoints')).toBeVisible();
  await expect(page.getByText('Your role in this organization is Editor.')).toBeVisible();
  expect(asked.filter((path) => path.includes('/api/datasources') || path.includes('/resources/'))).toEqual([]);
});

test(
  'an admin without the right to change data sources sees everything, and what is missing',
  tag,
  async ({ configuration, dataSources, fillIn, preview, storedAt }) => {
    const stored = await storedAt('local');
    await stored.create(stagingLogs);
    await preview.takeRights('admin', ['datasources:write', 'datasources:create']);

    await dataSources.goto('q=staging');
    await expect(dataSources.row(stagingLogs.name)).toBeVisible();
    await expect(dataSources.access).toContainText('You don’t have permission to change or create data sources.');
    await fillIn.goto('loki-aks', stagingLogs.uid);
    await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
    await expect(fillIn.card(stagingLogs.name)).toContainText('You don’t have permission to change this data source');
    await fillIn.apply.click();
    await expect(fillIn.refusal).toHaveText(
      'None of the selected data sources can be updated yet. See the reasons above.'
    );
    await configuration.goto();
    await expect(configuration.dataSourceChecks.getByText('You don’t have permission.')).toHaveCount(2);
    expect((await stored.read(stagingLogs.uid)).version).toBe(1);
  }
);

test('a right that is lost between looking and writing changes nothing', tag, async ({ fillIn, preview, storedAt }) => {
  const stored = await storedAt('local');
  await stored.create(stagingLogs);
  const before = await stored.read(stagingLogs.uid);
  await fillIn.goto('loki-aks', stagingLogs.uid);
  await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
  await preview.takeRights('admin', ['datasources:write']);

  await fillIn.applyAll();
  await expect(fillIn.batch).toHaveText('1 not changed');
  await expect(fillIn.card(stagingLogs.name)).toContainText(
    'You don’t have permission to do this with data sources in this Grafana.'
  );
  expect(await stored.read(stagingLogs.uid)).toEqual(before);

  await preview.takeRights('admin', []);
  await fillIn.applyAll();
  await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
  expect(await stored.read(stagingLogs.uid)).toEqual({ ...before, url: lokiUrl, version: before.version + 1 });
});

test(
  'a token with the role Viewer reads the workspace’s data sources and changes none',
  tag,
  async ({ configuration, dataSources, fillIn, request, storedAt }) => {
    const stored = await storedAt('remote');
    await stored.create(stagingLogs);
    await useToken(request, demo.grafanaViewerToken);

    await dataSources.goto('q=staging');
    await expect(dataSources.row(stagingLogs.name)).toBeVisible();
    await expect(dataSources.access).toContainText(
      'The service account doesn’t have permission to change or create data sources.'
    );
    await fillIn.goto('loki-aks', stagingLogs.uid);
    await expect(fillIn.card(stagingLogs.name)).toContainText('You don’t have permission to change this data source');
    await fillIn.apply.click();
    await expect(fillIn.refusal).toHaveText(
      'None of the selected data sources can be updated yet. See the reasons above.'
    );
    await configuration.goto();
    await expect(
      configuration.dataSourceChecks.getByText(/accepts the service account token, which has the role Viewer/)
    ).toBeVisible();
    expect((await stored.read(stagingLogs.uid)).version).toBe(1);
  }
);

test(
  'a token that is refused, and a workspace closed to the public network, are told apart',
  tag,
  async ({ azure, configuration, dataSources, request }) => {
    await useToken(request, 'glsa_revoked');
    await dataSources.goto();
    await expect(dataSources.alert).toContainText('Couldn’t load data sources');
    await expect(dataSources.alert).toContainText('token');

    await azure.changeWorkspace(demo.workspaces.main, { publicNetworkAccess: 'Disabled' });
    await configuration.goto();
    await expect(
      configuration.dataSourceChecks.getByText('Public access to the workspace’s Grafana is disabled').first()
    ).toBeVisible();
  }
);
