import { setTimeout } from 'node:timers/promises';
import { clientSecretSettings, demo, demoWorkspaceId } from '../dev/azure/demo';
import { DATA_SOURCE_ID } from '../src/constants';
import { firing } from './alertRules';
import { expect, test } from './fixtures';
import { GrafanaDataSources } from './grafanaDataSources';

const UID = 'monitoring';

/** A data source as an admin saves it. */
function dataSource(automaticRefresh: string, more: object = {}) {
  const { jsonData, secureJsonData } = clientSecretSettings(demoWorkspaceId());
  const { azureCredentials } = jsonData;
  return {
    ...{ uid: UID, name: 'Monitoring', type: DATA_SOURCE_ID, access: 'proxy', url: '', secureJsonData },
    jsonData: { azureCredentials, workspaces: [demoWorkspaceId()], automaticRefresh, ...more },
  };
}

test(
  'an approval is applied with no page open, and the rule that waited for it stops firing',
  { tag: '@stand-in' },
  async ({ azure, request }) => {
    test.setTimeout(240_000);
    await azure.refreshed(demo.workspaces.main);
    await azure.turn({ operationSeconds: 2 });
    await new GrafanaDataSources(request).create(dataSource('decided'));
    const pending = () => firing(request, UID, 'azure-private-endpoint-pending');
    const notActive = () => firing(request, UID, 'azure-private-endpoint-not-active');
    expect(await pending()).toContain('erp-sqlmi');
    expect(await notActive()).toEqual([]);
    // Let the first run of the timer pass, which reads each target once.
    await setTimeout(5_000);
    const refreshes = () => azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' });
    const before = await refreshes();

    await azure.decide(demo.workspaces.main, 'erp-sqlmi', 'Approved', 'Welcome, and mind the load');
    // The demonstration's owner took the request code away, so the match is probable: enough for a refresh.
    await expect.poll(refreshes, { timeout: 90_000, intervals: [3_000] }).toBe(before + 1);
    await expect
      .poll(async () => [...(await pending()), ...(await notActive())], { timeout: 30_000, intervals: [3_000] })
      .not.toContain('erp-sqlmi');
    const health = await new GrafanaDataSources(request).health(UID);
    expect(health).toEqual({ status: 200, message: 'Can read the private endpoints of contoso-grafana (27).' });
    const status = await request.get(`/api/datasources/uid/${UID}/resources/status`);
    expect(await status.json()).toMatchObject({
      running: true,
      runs: [{ because: [{ name: 'erp-sqlmi', decision: 'Approved' }] }],
    });
    expect(await refreshes()).toBe(before + 1);
  }
);

test(
  'viewers and editors can query it, and reach nothing else',
  { tag: '@stand-in' },
  async ({ azure, pageOf, request }) => {
    await new GrafanaDataSources(request).create(dataSource('off'));
    for (const user of ['viewer', 'editor']) {
      const { request: theirs } = await pageOf(user);
      expect(await firing(theirs, UID, 'azure-private-endpoint-failed')).toEqual(['clickhouse', 'orders-sql']);
      for (const route of ['status', 'workspaces', 'authentication']) {
        expect((await theirs.get(`/api/datasources/uid/${UID}/resources/${route}`)).status()).toBe(403);
      }
      const hostile = { refId: 'A', datasource: { uid: UID }, queryType: 'endpoints', workspaces: ['contoso-large'] };
      const answer = await theirs.post('/api/ds/query', {
        data: { queries: [{ ...hostile, url: 'https://evil.test', azureCredentials: {} }], from: '0', to: '1' },
      });
      const text = await answer.text();
      expect(text).not.toContain('amw-0000');
      expect(text).not.toContain(demo.clientSecret);
      expect((await theirs.put(`/api/datasources/uid/${UID}`, { data: dataSource('pending') })).status()).toBe(403);
    }
    expect(await azure.count({ path: 'contoso-large' })).toBe(0);
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(0);
  }
);

test('a workspace that can’t be read is told of beside the others', { tag: '@stand-in' }, async ({ request }) => {
  const gone = demoWorkspaceId('contoso-gone');
  await new GrafanaDataSources(request).create(dataSource('off', { workspaces: [demoWorkspaceId(), gone] }));
  const query = { refId: 'A', datasource: { uid: UID }, queryType: 'counts' };
  const answer = await request.post('/api/ds/query', { data: { queries: [query], from: '0', to: '1' } });
  const text = await answer.text();
  expect(text).toContain('contoso-grafana');
  expect(text).toContain("Couldn't read contoso-gone");
  const health = await new GrafanaDataSources(request).health(UID);
  expect(health.status).toBe(400);
  expect(health.message).toContain('contoso-grafana (27)');
});

test(
  'an admin creates it from the configuration page',
  { tag: '@stand-in' },
  async ({ configuration, page, request }) => {
    await configuration.goto();
    await page.getByRole('button', { name: 'Create the monitoring data source' }).click();
    await expect(page.getByText('Enter the secret in its settings to finish.')).toBeVisible();
    const href = await page.getByRole('link', { name: 'Open Azure private endpoints' }).getAttribute('href');
    const uid = 'azure-private-endpoints';
    await page.getByRole('button', { name: 'Copy alert rules' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`datasourceUid: ${uid}`);
    expect(href).toContain(`/connections/datasources/edit/${uid}`);
    const sources = new GrafanaDataSources(request);
    expect((await sources.health(uid)).message).toContain('Enter the client secret.');
    await sources.change(uid, { secureJsonData: { azureClientSecret: demo.clientSecret } });
    expect(await sources.health(uid)).toMatchObject({ status: 200 });
  }
);

test(
  'an admin creates the alert rules, and Grafana evaluates them',
  { tag: '@stand-in' },
  async ({ configuration, page, preview, request }) => {
    void preview;
    await new GrafanaDataSources(request).create(dataSource('off'));
    await configuration.goto();
    await page.getByRole('button', { name: 'Create alert rules' }).click();
    await expect(page.getByText('Created 4 alert rules.')).toBeVisible();
    await page.getByRole('button', { name: 'Create alert rules' }).click();
    await expect(page.getByText('All alert rules already exist.')).toBeVisible();
    await page.getByRole('link', { name: 'Open alert rules' }).click();
    await expect(page.getByText('erp-sqlmi of contoso-grafana has been waiting for approval')).toBeVisible();
    await expect(page.getByText('The last change to clickhouse of contoso-grafana failed')).toBeVisible();
    await page.getByRole('link', { name: 'Open the endpoint' }).first().click();
    await expect(page).toHaveURL(/azure-privateendpoints-app.endpoints./);
  }
);
