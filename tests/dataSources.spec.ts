import { demo } from '../dev/azure/demo';
import { storePassword } from '../dev/azure/network/storeSpecs';
import { PLUGIN_ID } from '../src/constants';
import { placeTitle } from '../src/domain/place';
import { expect, test } from './fixtures';
import { lokiUrl, places, stagingLogs } from './samples';
import { SETTINGS } from './settings';

const tag = { tag: '@stand-in' };

/** From choosing a data source to its health, once the page shows; docs/benchmarks.md tells them. */
const calls = {
  local: {
    sent: [
      `GET /api/datasources/uid/${stagingLogs.uid}`,
      `PUT /api/datasources/uid/${stagingLogs.uid}`,
      `GET /api/datasources/uid/${stagingLogs.uid}/health`,
    ],
    upstream: 0,
    // The endpoint after the change.
    inAzure: 1,
  },
  remote: {
    sent: [
      `GET …/datasources/${stagingLogs.uid}`,
      `POST …/datasources/${stagingLogs.uid}/fill`,
      `POST …/datasources/${stagingLogs.uid}/health`,
    ],
    // Reading, reading again before the change, the change, health.
    upstream: 4,
    // The workspace for each, and the endpoint before and after the change.
    inAzure: 5,
  },
};

for (const [place, where] of places) {
  test(`someone else’s change is told and kept, ${where}`, tag, async ({ fillIn, storedAt }) => {
    const stored = await storedAt(place);
    await stored.create(stagingLogs);
    await fillIn.goto('loki-aks', stagingLogs.uid);
    await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
    await stored.change(stagingLogs.uid, { jsonData: { maxLines: 20 } });
    const theirs = await stored.read(stagingLogs.uid);

    await fillIn.applyAll();
    await expect(fillIn.card(stagingLogs.name)).toContainText('wasn’t changed');
    await expect(fillIn.card(stagingLogs.name)).toContainText('maxLines: 500 → 20');
    await expect(fillIn.batch).toHaveText('1 not changed');
    expect(await stored.read(stagingLogs.uid)).toEqual(theirs);

    await fillIn.applyAll();
    await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
    expect(await stored.read(stagingLogs.uid)).toEqual({
      ...theirs,
      url: lokiUrl,
      version: theirs.version + 1,
    });
  });

  test(`half of a batch that fails leaves the other half right, ${where}`, tag, async ({ fillIn, storedAt }) => {
    const stored = await storedAt(place);
    const gone = { ...stagingLogs, uid: 'gone-logs', name: 'Gone logs' };
    await stored.create(stagingLogs);
    await stored.create(gone);
    await fillIn.goto('loki-aks', stagingLogs.uid, `uid=${gone.uid}`);
    await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
    await expect(fillIn.change(gone.name, 'After')).toHaveText(lokiUrl);
    await stored.remove(gone.uid);

    await fillIn.applyAll();
    await expect(fillIn.batch).toContainText('1 updated, 1 not changed');
    await expect(fillIn.card(gone.name)).toContainText(`${gone.name} wasn’t changed`);
    await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
    expect((await stored.read(stagingLogs.uid)).url).toBe(lokiUrl);

    await stored.change(stagingLogs.uid, { jsonData: { maxLines: 20 } });
    const theirs = await stored.read(stagingLogs.uid);
    await fillIn.undo(stagingLogs.name);
    await expect(fillIn.card(stagingLogs.name)).toContainText('Couldn’t undo the change.');
    expect(await stored.read(stagingLogs.uid)).toEqual(theirs);
  });

  test(`a data source that vanished is told, ${where}`, tag, async ({ check, fillIn, storedAt }) => {
    const stored = await storedAt(place);
    await stored.create(stagingLogs);
    await fillIn.goto('loki-aks', stagingLogs.uid);
    await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
    await fillIn.applyAll();
    await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
    await stored.remove(stagingLogs.uid);

    await fillIn.undo(stagingLogs.name);
    await expect(fillIn.card(stagingLogs.name)).toContainText('Couldn’t undo the change.');
    await fillIn.goto('loki-aks', stagingLogs.uid);
    await expect(fillIn.card(stagingLogs.uid)).toContainText('Couldn’t load');
    await check.goto({ uid: stagingLogs.uid });
    await expect(check.failure).toContainText('The test couldn’t run');
  });

  test(
    `a provisioned data source is shown with what to paste, ${where}`,
    tag,
    async ({ dataSources, fillIn, provision, storedAt }) => {
      const stored = await storedAt(place);
      await provision(place, { ...stagingLogs, readOnly: true });
      await dataSources.goto('q=staging');
      await expect(dataSources.row(stagingLogs.name)).toContainText('Provisioned');

      await fillIn.goto('loki-aks', stagingLogs.uid);
      await expect(fillIn.provisioningLines(stagingLogs.name)).toContainText(`url: "${lokiUrl}"`);
      await expect(fillIn.provisioningLines(stagingLogs.name)).not.toContainText(storePassword);
      await fillIn.apply.click();
      await expect(fillIn.refusal).toHaveText(
        'None of the selected data sources can be updated yet. See the reasons above.'
      );
      expect((await stored.read(stagingLogs.uid)).url).toBe(stagingLogs.url);
    }
  );

  test(
    `a data source is created from an endpoint, ${where}`,
    tag,
    async ({ check, endpoint, newDataSource, storedAt, page }) => {
      const stored = await storedAt(place);
      await endpoint.goto('influx-plant7');
      await endpoint.usedBy.getByRole('link', { name: 'Create data source' }).click();
      await expect(newDataSource.type).toHaveValue('InfluxDB');
      await newDataSource.name.fill('Plant 7, second look');
      await newDataSource.host.fill('influx.elsewhere.example');
      await newDataSource.create.click();
      await expect(newDataSource.form).toContainText('influx.elsewhere.example doesn’t use this endpoint');
      await newDataSource.host.fill('influx.plant7.contoso.com');
      await newDataSource.encryption('None (http)').check({ force: true });
      await newDataSource.port.fill('99999');
      await newDataSource.create.click();
      await expect(newDataSource.form).toContainText('Enter a port from 1 to 65535');
      await newDataSource.port.fill('8086');
      await expect(newDataSource.address).toContainText('http://influx.plant7.contoso.com:8086');
      await newDataSource.create.click();
      await expect(newDataSource.created).toContainText(
        'Plant 7, second look was created and uses the endpoint influx-plant7'
      );

      const href = (await newDataSource.enterCredentials.getAttribute('href')) ?? '';
      const uid = /connections\/datasources\/edit\/([^/]+)$/.exec(href)?.[1] ?? '';
      expect(new URL(href, page.url()).origin === new URL(page.url()).origin).toBe(place === 'local');
      expect(await stored.read(uid)).toMatchObject({
        name: 'Plant 7, second look',
        type: 'influxdb',
        access: 'proxy',
        url: 'http://influx.plant7.contoso.com:8086',
        secureJsonFields: {},
        version: 1,
      });
      await newDataSource.created.getByRole('link', { name: 'Test connection' }).click();
      await expect(check.step('Target responds')).toContainText('Passed');
    }
  );

  test(
    `what one data source filled in costs in calls, ${where}`,
    tag,
    async ({ azure, fillIn, storedAt, page }, { annotations }) => {
      const stored = await storedAt(place);
      await stored.create(stagingLogs);
      const sent: string[] = [];
      // What the page asks meanwhile about requests that wait for their owners is left out.
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        const path = pathname.slice(pathname.indexOf('/api/')).replace(`/api/plugins/${PLUGIN_ID}/resources`, '…');
        if (/\/datasources\b/.test(path)) {
          sent.push(`${request.method()} ${path}`);
        }
      });
      await fillIn.goto('loki-aks');
      await fillIn.find(stagingLogs.name);
      sent.length = 0;
      await azure.forgetRequests();
      await fillIn.candidate(stagingLogs.name).check();
      await expect(fillIn.change(stagingLogs.name, 'After')).toHaveText(lokiUrl);
      await fillIn.applyAll();
      await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
      const inAzure = await azure.count({ path: `/${demo.workspaces.main}(/managedPrivateEndpoints/loki-aks)?$` });
      const upstream = await azure.count({ host: 'grafana' });
      annotations.push({
        type: 'calls',
        description: `${sent.join(', ')}; ${upstream} of the workspace's Grafana, ${inAzure} of Resource Manager`,
      });
      expect({ sent, upstream, inAzure }).toEqual(calls[place]);
    }
  );
}

for (const [place, where] of places) {
  test(
    `a data source is made private: requested with its own host, and it answers, ${where}`,
    tag,
    async ({ azure, create, dataSources, effort, endpoint, page, storedAt, time }) => {
      const stored = await storedAt(place);
      const before = await stored.read('payments-metrics');
      await dataSources.goto();
      await dataSources.makePrivate('Payments metrics').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Make Payments metrics private' })).toBeVisible();
      await expect(create.resource('pls-payments')).toHaveAccessibleName(/Suggested/);
      await create.resource('pls-payments').check();
      await create.next.click();
      await expect(create.domainName).toHaveValue('prometheus.payments.internal');
      await create.next.click();
      await create.create.click();
      await time.endOperation();
      await expect(endpoint.badge('Pending approval')).toBeVisible();
      await expect(endpoint.usedBy).toContainText('Payments metrics');
      expect(effort.sum()).toEqual({ clicks: 5, fields: 0 });
      await azure.decide(demo.workspaces.main, 'pls-payments', 'Approved', 'Fine.');
      await endpoint.refresh.click();
      await time.endOperation();
      await expect(endpoint.badge('Approved')).toBeVisible();
      await endpoint.usedBy.getByRole('link', { name: 'Test Payments metrics' }).click();
      await expect(page.getByText('Passed: the target responds through the private endpoint.')).toBeVisible();
      // The URL was right from the start.
      expect(await stored.read('payments-metrics')).toEqual(before);
    }
  );
}

test(
  'what is public on purpose is marked for all admins, is tested still, and the mark goes again',
  tag,
  async ({ check, dataSources, page, request }) => {
    const name = 'Public weather';
    await dataSources.goto();
    await dataSources
      .row(name)
      .getByRole('button', { name: `Mark ${name} as public on purpose` })
      .click();
    await dataSources.count('1 public on purpose').click();
    await expect(dataSources.names).toHaveText([name]);
    await expect(dataSources.makePrivate(name)).toHaveCount(0);
    const { jsonData } = (await (await request.get(SETTINGS)).json()) as { jsonData: object };
    expect(jsonData).toMatchObject({ publicOnPurpose: { remote: [expect.any(String)] } });
    await page.reload();
    await dataSources.check(name).click();
    await expect(check.steps).toHaveCount(2);
    await expect(check.step('Network path')).toContainText('Public on purpose');
    await expect(check.step('Target responds')).toContainText(/Passed|Failed/);
    await page.goBack();
    await dataSources
      .row(name)
      .getByRole('button', { name: `Remove the mark from ${name}` })
      .click();
    await expect(dataSources.count('1 public on purpose')).toHaveCount(0);
    await expect(page.getByText('No data sources match your search')).toBeVisible();
  }
);

test(
  'the configuration overrules whose data sources they are',
  tag,
  async ({ check, configuration, dataSources, request }) => {
    await dataSources.goto('q=partner');
    await expect(dataSources.place(placeTitle('remote'))).toBeVisible();
    await expect(dataSources.row('Partner metrics')).toHaveCount(0);

    await configuration.goto();
    await configuration.choosePlace('This Grafana');
    await configuration.save.click();
    await expect(configuration.dataSourceChecks.getByText('Set in the configuration')).toBeVisible();
    const { jsonData } = (await (await request.get(SETTINGS)).json()) as { jsonData: { place: string } };
    expect(jsonData.place).toBe('local');

    await dataSources.goto('q=partner');
    await expect(dataSources.place(placeTitle('local'))).toBeVisible();
    await expect(dataSources.row('Partner metrics')).toContainText('Public');
    // What was chosen doesn't put this Grafana into the workspace's network.
    await check.goto({ uid: 'shop-metrics' });
    await expect(check.page.getByRole('main')).toContainText('outside the managed network of the workspace');
  }
);
