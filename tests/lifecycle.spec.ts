import { demo } from '../dev/azure/demo';
import { freeTargets, targetId } from '../dev/azure/demo/targets';
import { kindByType } from '../src/domain/catalogue/catalogue';
import { expect, test } from './fixtures';
import { EndpointView } from './views/EndpointView';

const WORKSPACE = 'contoso-grafana';

for (const target of Object.values(freeTargets)) {
  const kind = kindByType(target.type);
  test(
    `${kind?.title}: asked for, approved, refreshed`,
    { tag: '@stand-in' },
    async ({ azure, create, endpoint, time, page }) => {
      await create.goto();
      await create.fillIn({
        kind: kind?.title ?? '',
        target: target.name,
        domainName: kind?.address === 'endpoint' ? 'prometheus.payments.contoso.com' : undefined,
      });
      await create.create.click();
      await expect(page).toHaveURL(new RegExp(`/endpoints/${target.name}$`));
      await expect(endpoint.badge('Creating')).toBeVisible();

      await time.endOperation();
      await expect(endpoint.badge('Pending approval')).toBeVisible();
      await expect(endpoint.fact(endpoint.details, 'State in workspace')).toHaveText('Pending');
      await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
      await expect(endpoint.approvalRequest).toBeVisible();

      const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
      await azure.decide(WORKSPACE, target.name, 'Approved', `Fine. ${message}`);
      await endpoint.refresh.click();
      await expect(endpoint.refreshing).toBeVisible();
      await time.endOperation();
      await expect(endpoint.notice('Refresh finished')).toBeVisible();
      await expect(endpoint.badge('Approved')).toBeVisible();
      await expect(endpoint.fact(endpoint.details, 'Private IP')).toContainText(/10\.174\.\d+\.\d+/);
    }
  );
}

test(
  'an approval that took the request code away is refreshed for automatically, once',
  { tag: '@stand-in' },
  async ({ azure, endpoint, refreshAutomatically, time }) => {
    await refreshAutomatically();
    await endpoint.goto('fleet-citus');
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
    await azure.decide(WORKSPACE, 'fleet-citus', 'Approved', 'ok');
    await expect(endpoint.badge('Probably approved')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Probable');
    await expect(endpoint.refreshing).toBeVisible();

    await time.endOperation();
    await expect(endpoint.badge('Approved')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Owner comment')).toHaveText('ok');
    await expect(endpoint.refreshed).toContainText('because fleet-citus was approved');
    await time.pass(150);
    await expect(endpoint.badge('Approved')).toBeVisible();
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(1);
  }
);

test(
  'an approval that is only probably ours is shown, and refreshed for by hand',
  { tag: '@stand-in' },
  async ({ azure, endpoint, page, time }) => {
    await endpoint.goto('mimir-aks');
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Probable');
    await endpoint.approvalRequest.getByRole('button', { name: 'Copy message' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Request code: MPE-');
    await expect(endpoint.badge('Probably approved')).toBeVisible();
    await expect(endpoint.refreshed).toContainText('Automatic refresh is off.');
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(0);
    await endpoint.action('Refresh').click();
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Approved')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Private IP')).toContainText(/10\.174\.\d+\.\d+/);
  }
);

test(
  'rejected: the owner’s reason, then deleted and asked for again',
  { tag: '@stand-in' },
  async ({ azure, create, effort, endpoint, page, time }) => {
    await endpoint.goto('fleet-citus');
    const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
    await azure.decide(WORKSPACE, 'fleet-citus', 'Rejected', `Use the replica. ${message}`);
    await expect(endpoint.badge('Rejected, not applied yet')).toBeVisible();
    await endpoint.refresh.click();
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Rejected')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Owner comment')).toContainText('Use the replica.');

    effort.begin();
    await endpoint.deleteAndRequestAgain();
    await expect(endpoint.badge('Deleting')).toBeVisible();
    await time.endOperation();
    await create.goThrough();
    await expect(create.review.getByText('fleet-citus', { exact: true })).toBeVisible();
    await expect(create.review.getByText(message)).toHaveCount(0);
    await create.create.click();
    await expect(page).toHaveURL(/\/endpoints\/fleet-citus$/);
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
    expect(effort.sum()).toEqual({ clicks: 5, fields: 0 });
  }
);

test(
  'disconnected: told after a refresh, with the way out',
  { tag: '@stand-in' },
  async ({ azure, endpoint, time }) => {
    await endpoint.goto('loki-aks');
    await expect(endpoint.badge('Approved')).toBeVisible();
    await azure.disconnect(WORKSPACE, 'loki-aks');
    await endpoint.reload.click();
    await expect(endpoint.fact(endpoint.details, 'State on target')).toHaveText('Unknown');
    await endpoint.refresh.click();
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Disconnected')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Private IP')).toHaveText('None');
    await expect(endpoint.action('Delete')).toBeVisible();
    await expect(endpoint.action('Delete and request again')).toBeVisible();
  }
);

test(
  'deleted: only after its name is typed, and offered to be made again',
  { tag: '@stand-in' },
  async ({ create, endpoint, time }) => {
    await endpoint.goto('metrics-prod');
    await endpoint.action('Delete').click();
    await expect(endpoint.nameToDelete).toBeFocused();
    await endpoint.confirmDelete.click();
    await expect(endpoint.dialog).toContainText('Type metrics-prod to delete it');
    await expect(endpoint.dialog).toContainText('At least 1 dashboard and 1 alert rule will be affected.');
    await expect(endpoint.nameToDelete).toBeFocused();
    await endpoint.nameToDelete.fill('metrics-prod');
    await endpoint.confirmDelete.click();
    await expect(endpoint.state).toBeFocused();
    await expect(endpoint.badge('Deleting')).toBeVisible();
    await time.endOperation();
    await expect(endpoint.notice('metrics-prod deleted')).toBeVisible();
    await endpoint.requestAgain.click();
    await create.goThrough();
    await create.create.click();
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
    await expect(endpoint.node('Target resource')).toContainText('amw-contoso-weu');
  }
);

test(
  'a failed operation says Azure’s reason and leads on',
  { tag: '@stand-in' },
  async ({ azure, create, endpoint, time }) => {
    const reason = 'No capacity is left in the managed network.';
    await azure.failNext('create', 'OutOfCapacity', reason);
    await create.goto();
    await create.fillIn({ kind: 'Azure SQL server', target: 'payments-sql' });
    await create.create.click();
    await expect(endpoint.badge('Creating')).toBeVisible();
    await time.endOperation();
    await expect(endpoint.notice('Couldn’t create payments-sql')).toContainText(reason);
    await expect(endpoint.badge('Failed')).toBeVisible();
    await expect(endpoint.state).toContainText(reason);

    await endpoint.deleteAndRequestAgain();
    await time.endOperation();
    await create.goThrough();
    await create.create.click();
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
  }
);

test(
  'a reload in the middle loses neither the draft nor the operation',
  { tag: '@stand-in' },
  async ({ azure, create, endpoint, page, time }) => {
    await create.goto();
    await create.kind('Azure SQL server').check();
    await create.resource('payments-sql').check();
    await create.next.click();
    await create.name.fill('payments');
    await page.reload();
    await expect(create.name).toHaveValue('payments');
    await create.next.click();
    await page.reload();
    await create.create.click();
    await expect(endpoint.badge('Creating')).toBeVisible();
    await page.reload();
    await expect(endpoint.state).toContainText('In progress for');
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();

    await endpoint.refresh.click();
    await expect(endpoint.refreshing).toBeVisible();
    await page.reload();
    await expect(endpoint.refreshing).toBeVisible();
    await expect(endpoint.refreshed).toContainText('It is in progress.');
    await time.endOperation();
    await expect(endpoint.refresh).toBeVisible();
    await expect(endpoint.refreshed).not.toContainText('It is in progress.');
    expect(await azure.count({ method: 'PUT', path: '/payments$' })).toBe(1);
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(1);
  }
);

test(
  'an answer that got lost in a reload is looked for and not sent twice',
  { tag: '@stand-in' },
  async ({ azure, create, endpoint, page, time }) => {
    await azure.addFault({ method: 'PUT', when: 'after', effect: { kind: 'delay', milliseconds: 5_000 } });
    await create.goto();
    await create.fillIn({ kind: 'Azure SQL server', target: 'payments-sql' });
    await create.create.click();
    await expect.poll(() => azure.running()).toBe(1);
    await page.reload();
    await expect(page).toHaveURL(/\/endpoints\/payments-sql$/);
    await expect(endpoint.badge('Creating')).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
    await expect.poll(() => azure.count({ method: 'PUT' })).toBe(1);
  }
);

test(
  'two tabs show the same, and refresh once',
  { tag: '@stand-in' },
  async ({ azure, endpoint, context, refreshAutomatically, time }) => {
    await refreshAutomatically();
    const other = new EndpointView(await context.newPage());
    await endpoint.goto('fleet-citus');
    await other.goto('fleet-citus');
    for (const tab of [endpoint, other]) {
      await expect(tab.fact(tab.details, 'Match')).toContainText('Confirmed');
    }
    const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
    await azure.decide(WORKSPACE, 'fleet-citus', 'Approved', `Fine. ${message}`);
    for (const tab of [other, endpoint]) {
      await expect(tab.badge('Approved, not active yet')).toBeVisible();
      await expect(tab.fact(tab.details, 'State in workspace')).toHaveText('Pending');
      await expect(tab.fact(tab.details, 'State on target')).toHaveText('Approved');
      await expect(tab.refreshing).toBeVisible();
    }
    await time.endOperation();
    for (const tab of [other, endpoint]) {
      await expect(tab.badge('Approved')).toBeVisible();
      await expect(tab.refreshed).toContainText('because fleet-citus was approved');
    }
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(1);
  }
);

test(
  'someone else’s change: says so, waits as told, and then asks once',
  { tag: '@stand-in' },
  async ({ azure, create, endpoint, time }) => {
    await azure.keepBusy(WORKSPACE, 40);
    await create.goto();
    await create.fillIn({ kind: 'Azure SQL server', target: 'payments-sql' });
    await create.create.click();
    await expect(create.review).toContainText('Another change to the workspace is in progress.');
    await expect(create.review).toContainText(/Next try in 1\d seconds/);
    await time.pass(16);
    await expect.poll(() => azure.count({ method: 'PUT' })).toBe(2);
    await expect(create.review).toContainText(/Next try in 1\d seconds/);
    await time.pass(31);
    await expect(endpoint.badge('Creating')).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
    expect(await azure.count({ method: 'PUT' })).toBe(3);
  }
);

test(
  'a change that waits can be stopped, and leaving asks first',
  { tag: '@stand-in' },
  async ({ azure, create, endpointList, page, time }) => {
    const asked: string[] = [];
    let leave = false;
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return leave ? dialog.accept() : dialog.dismiss();
    });
    await azure.keepBusy(WORKSPACE, 600);
    await create.goto();
    await create.fillIn({ kind: 'Azure SQL server', target: 'payments-sql' });
    await create.create.click();
    await expect(create.waiting).toBeVisible();

    await create.cancel.click();
    await page.evaluate(() => window.location.reload());
    await page.evaluate(() => window.history.back());
    await expect.poll(() => asked).toEqual(['confirm', 'beforeunload', 'confirm']);
    await expect(create.waiting).toBeVisible();

    await create.stopWaiting.click();
    await expect(create.waiting).toHaveCount(0);
    await expect(create.create).toBeEnabled();
    await time.pass(60);
    expect(await azure.count({ method: 'PUT' })).toBe(1);

    await create.create.click();
    await expect(create.waiting).toBeVisible();
    leave = true;
    await create.cancel.click();
    await expect(endpointList.names).toHaveCount(27);
    expect(asked).toHaveLength(4);
    await time.pass(60);
    expect(await azure.count({ method: 'PUT' })).toBe(2);
  }
);

test('without the right to create, the code is the way', { tag: '@stand-in' }, async ({ azure, create, page }) => {
  await azure.grant(demo.clientId, `/subscriptions/${demo.observabilitySubscriptionId}`, ['*/read']);
  await create.goto();
  await create.kind('Azure SQL server').check();
  await create.target.fill(targetId(freeTargets.sql));
  await expect(create.preflight).toContainText('managedPrivateEndpoints/write is missing');
  await create.next.click();
  await create.next.click();
  await expect(create.alert).toContainText('The identity doesn’t have permission to create private endpoints');
  await create.code.getByRole('button', { name: 'Copy as a message' }).click();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message).toContain('az grafana managed-private-endpoint create');
  expect(message).toContain(targetId(freeTargets.sql));
  await create.createAnyway.click();
  await expect(create.alert.filter({ hasText: 'Couldn’t create payments-sql' })).toContainText(
    'Microsoft.Dashboard/grafana/managedPrivateEndpoints/write'
  );
  await expect(create.createAnyway).toBeEnabled();
});
