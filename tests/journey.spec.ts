import { setTimeout } from 'node:timers/promises';
import { demo } from '../dev/azure/demo';
import { freeTargets } from '../dev/azure/demo/targets';
import { placeTitle } from '../src/domain/place';
import { expect, test } from './fixtures';
import { places } from './samples';
import { forgetSettings } from './settings';

const WORKSPACE = demo.workspaces.main;
const ENDPOINT = freeTargets.service.name;
const DOMAIN = 'prometheus.payments.contoso.com';
const payments = { uid: 'payments-metrics', name: 'Payments metrics', url: 'http://prometheus.payments.internal:9090' };
const filled = `http://${DOMAIN}:9090`;

for (const [place, where] of places) {
  test(
    `from nothing to a data source that answers privately, and back, ${where}`,
    { tag: '@stand-in' },
    async ({
      azure,
      check,
      configuration,
      create,
      dataSources,
      effort,
      endpoint,
      endpointList,
      fillIn,
      page,
      refreshAutomatically,
      request,
      storedAt,
      time,
    }) => {
      const stored = await storedAt(place);
      const before = await stored.read(payments.uid);
      expect(before.url).toBe(payments.url);

      // The only decision that is applied then is the one about our endpoint.
      await refreshAutomatically();

      await test.step('configure', async () => {
        await forgetSettings(request);
        await configuration.openSetup();
        await configuration.method('Client secret').check({ force: true });
        await configuration.chooseCloud(demo.cloudDisplayName);
        await configuration.tenantId.fill(demo.tenantId);
        await configuration.clientId.fill(demo.clientId);
        await configuration.fillSecret(demo.clientSecret);
        await configuration.saveIdentity.click();
        await configuration.workspace(WORKSPACE).check();
        await configuration.save.click();
        await expect(endpointList.names.first()).toBeVisible();
      });

      await test.step('create an endpoint', async () => {
        effort.begin();
        await endpointList.newEndpoint.click();
        await create.fillIn({ kind: 'Private link service', target: ENDPOINT, domainName: DOMAIN });
        await create.create.click();
        await expect(endpoint.badge('Creating')).toBeVisible();
        await time.endOperation();
        await expect(endpoint.badge('Pending approval')).toBeVisible();
        expect(effort.sum()).toEqual({ clicks: 6, fields: 1 });
      });

      await test.step('the data source fails, and Check says why', async () => {
        expect(await stored.health(payments.uid)).toEqual({
          status: 400,
          message: expect.stringContaining('no such host'),
        });
        await dataSources.goto();
        await expect(dataSources.place(placeTitle(place))).toBeVisible();
        await dataSources.check(payments.name).click();
        await expect(check.failing).toHaveCount(1);
        await expect(check.failing).toContainText('Address uses the endpoint');
        await expect(check.sentence('prometheus.payments.internal doesn’t match any private endpoint')).toBeVisible();

        await check.goto({ uid: payments.uid, endpoint: ENDPOINT });
        await expect(check.failing).toHaveCount(1);
        await expect(check.failing).toContainText('Request approved');
        await expect(check.step('4 steps skipped')).toBeVisible();
      });

      await test.step('prepare what can’t be filled in yet', async () => {
        await fillIn.goto(ENDPOINT);
        await fillIn.candidate(payments.name).check();
        await expect(fillIn.change(payments.name, 'After')).toHaveText(filled);
        await fillIn.plan.click();
        await expect(fillIn.planned).toContainText(payments.name);
        expect(await stored.read(payments.uid)).toEqual(before);
      });

      await test.step('the owner approves, and it is refreshed automatically', async () => {
        await endpoint.goto(ENDPOINT);
        const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
        await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
        await azure.decide(WORKSPACE, ENDPOINT, 'Approved', `Fine. ${message}`);
        await expect(endpoint.badge('Approved, not active yet')).toBeVisible();
        await expect(endpoint.refreshing).toBeVisible();
        await time.endOperation();
        await expect(endpoint.badge('Approved')).toBeVisible();
        await expect(endpoint.refreshed).toContainText(`because ${ENDPOINT} was approved`);
        await expect(endpoint.fact(endpoint.details, 'Private IP')).toContainText(/10\.174\.\d+\.\d+/);
        expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(1);
        await expect(endpoint.usedBy).toContainText(`This endpoint is ready. Planned update for ${payments.name}.`);
      });

      await test.step('filling in is offered, shown before and after, and applied', async () => {
        await dataSources.goto();
        await expect(dataSources.offer(ENDPOINT)).toContainText(payments.name);
        await dataSources.fillIn(ENDPOINT).click();
        await expect(fillIn.candidate(payments.name)).toBeChecked();
        await expect(fillIn.change(payments.name, 'Before')).toHaveText(payments.url);
        await expect(fillIn.change(payments.name, 'After')).toHaveText(filled);
        expect(await stored.read(payments.uid)).toEqual(before);
        await fillIn.applyAll();
        await expect(fillIn.batch).toContainText('1 updated');
        await expect(fillIn.health(payments.name)).toContainText('Test successful');
        expect(await stored.read(payments.uid)).toEqual({ ...before, url: filled, version: before.version + 1 });
        expect(await stored.health(payments.uid)).toMatchObject({ status: 200 });

        await check.goto({ uid: payments.uid });
        await expect(check.sentence('Passed: the target responds through the private endpoint.')).toBeVisible();
        await expect(check.failing).toHaveCount(0);
      });

      await test.step('undo brings the old address back, after a reload too', async () => {
        await fillIn.goto(ENDPOINT);
        await fillIn.showReceipts.click();
        await fillIn.undo(payments.name);
        await expect(fillIn.undone(payments.name)).toBeVisible();
        expect(await stored.read(payments.uid)).toEqual({ ...before, version: before.version + 2 });
        expect(await stored.health(payments.uid)).toMatchObject({ status: 400 });
      });

      await test.step('deleting warns of the data source that uses it', async () => {
        // Grafana knows a data source by the second in which it was saved, and the last health check was of this one.
        await setTimeout(1_000);
        await endpoint.goto(ENDPOINT);
        effort.begin();
        await endpoint.action('Update data sources').click();
        await fillIn.candidate(payments.name).check();
        await fillIn.applyAll();
        await expect(fillIn.health(payments.name)).toContainText('Test successful');
        expect(effort.sum()).toEqual({ clicks: 4, fields: 0 });
        await endpoint.goto(ENDPOINT);
        await expect(endpoint.usedBy.getByRole('link', { name: payments.name, exact: true })).toBeVisible();
        await endpoint.action('Delete').click();
        await expect(endpoint.dialog.getByRole('link', { name: payments.name })).toBeVisible();
        await expect(endpoint.nameToDelete).toBeFocused();
        await endpoint.nameToDelete.fill(ENDPOINT);
        await endpoint.confirmDelete.click();
        await expect(endpoint.badge('Deleting')).toBeVisible();
        await time.endOperation();
        await expect(endpoint.notice(`${ENDPOINT} deleted`)).toBeVisible();
        expect(await stored.health(payments.uid)).toMatchObject({ status: 400 });
        await expect(page).toHaveURL(new RegExp(`/endpoints/${ENDPOINT}$`));
      });
    }
  );
}
