import { demo } from '../dev/azure/demo';
import { expect, expectAccessible, test, themes, tooWide } from './fixtures';
import { setApproveRequests } from './settings';
import { EndpointView } from './views/EndpointView';

const CODE = 'MPE-5XJ2-RBT5';

test(
  'approved from here: the comment keeps the code, the workspace is refreshed, and the endpoint is active',
  { tag: '@stand-in' },
  async ({ azure, endpoint, page, preview: _only, refreshAutomatically, request, time }) => {
    await setApproveRequests(request, true);
    await refreshAutomatically();
    await endpoint.goto('fleet-citus');
    for (const [term, text] of Object.entries({
      'Requested by': 'amira.haddad@contoso.com',
      'For workspace': demo.workspaces.main,
      'Target resource': 'contoso-fleet',
      'Request code': CODE,
      Connection: /^grafana-contoso-grafana-fleet-citus-/,
      'Private endpoint': /privateEndpoints\/grafana-contoso-grafana-fleet-citus$/,
    })) {
      await expect(endpoint.fact(endpoint.decision, term)).toContainText(text);
    }
    // By keyboard alone.
    await endpoint.action('Approve or reject').press('Enter');
    await expect(endpoint.decision).toBeFocused();
    await endpoint.decision.getByRole('button', { name: 'Approve' }).press('Enter');
    await expect(endpoint.dialog.getByRole('textbox', { name: /Comment/ })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Fine with the fleet team');
    await page.keyboard.press('Enter');
    await expect(endpoint.dialog).toHaveCount(0);
    await expect(endpoint.decision).toContainText('Applying the approval');
    await expect(endpoint.state).toBeFocused();

    await time.endOperation();
    await expect(endpoint.notice('fleet-citus approved')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Description on target')).toContainText(
      `Fine with the fleet team ${CODE}`
    );
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Approved')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Private IP')).toContainText(/10\.174\.\d+\.\d+/);
    await expect(endpoint.decision).toHaveCount(0);
    expect(await azure.count({ method: 'PUT', path: 'privateEndpointConnections' })).toBe(1);
    expect(await azure.count({ method: 'POST', path: 'refreshManagedPrivateEndpoints' })).toBe(1);
  }
);

test(
  'rejected from here with a reason, which whoever requested it reads after a refresh',
  { tag: '@stand-in' },
  async ({ endpoint, page, preview: _only, request, time }) => {
    await setApproveRequests(request, true);
    await endpoint.goto('fleet-citus');
    await endpoint.decision.getByRole('button', { name: 'Reject' }).click();
    await page.keyboard.press('Enter');
    await expect(endpoint.dialog).toContainText('Enter a reason.');
    await page.keyboard.type('Use the replica.');
    await endpoint.dialog.getByRole('button', { name: 'Reject request' }).click();
    await expect(endpoint.dialog).toHaveCount(0);
    await time.endOperation();
    await expect(endpoint.badge('Rejected, not applied yet')).toBeVisible();
    await endpoint.refresh.click();
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Rejected')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Owner comment')).toContainText(`Use the replica. ${CODE}`);
  }
);

test(
  'the owner decided while the dialog was open: nothing is written',
  { tag: '@stand-in' },
  async ({ azure, endpoint, preview: _only, request }) => {
    await setApproveRequests(request, true);
    await endpoint.goto('fleet-citus');
    await endpoint.decision.getByRole('button', { name: 'Approve' }).click();
    await azure.decide(demo.workspaces.main, 'fleet-citus', 'Rejected', `No. ${CODE}`);
    await endpoint.dialog.getByRole('button', { name: 'Approve request' }).click();
    // The page may have seen it first, and the dialog goes with what it was about.
    await expect(endpoint.badge('Rejected, not applied yet')).toBeVisible();
    expect(await azure.count({ method: 'PUT', path: 'privateEndpointConnections' })).toBe(0);
  }
);

test(
  'without the permission: names action and role, and leaves the approval request',
  { tag: '@stand-in' },
  async ({ endpoint, preview: _only, request }) => {
    await setApproveRequests(request, true);
    await endpoint.goto('tempo-aks');
    await expect(endpoint.decision).toContainText(
      'Missing action: Microsoft.Network/privateLinkServices/privateEndpointConnectionsApproval/action. Assign it the role Contributor'
    );
    await expect(endpoint.decision.getByRole('button')).toHaveCount(0);
    await expect(endpoint.action('Send approval request')).toBeVisible();
    await expect(endpoint.approvalRequest).toBeVisible();
  }
);

test(
  'switched on in the configuration, and nothing of it before, or for others',
  { tag: '@stand-in' },
  async ({ azure, configuration, endpoint, pageOf, preview: _only, request }) => {
    await endpoint.goto('fleet-citus');
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
    await expect(endpoint.action('Send approval request')).toBeVisible();
    await expect(endpoint.decision).toHaveCount(0);

    await configuration.goto();
    await configuration.form.getByLabel('Approve and reject requests from this app').check({ force: true });
    await configuration.save.click();
    await expect(configuration.checks).toContainText('Approving requests is on.');
    await endpoint.goto('fleet-citus');
    await expect(endpoint.decision.getByRole('button', { name: 'Approve' })).toBeVisible();

    const offers = () => azure.count({ path: 'contoso-fleet/providers/Microsoft.Authorization/permissions' });
    const before = await offers();
    for (const user of ['viewer', 'editor']) {
      const other = new EndpointView(await pageOf(user));
      await other.goto('fleet-citus');
      await expect(other.page.getByRole('main')).toContainText('You need the Admin role');
      await expect(other.decision).toHaveCount(0);
    }
    expect(await offers()).toBe(before);
    await setApproveRequests(request, false);
    await endpoint.goto('fleet-citus');
    await expect(endpoint.action('Send approval request')).toBeVisible();
    await expect(endpoint.decision).toHaveCount(0);
  }
);

for (const theme of themes) {
  test(
    `approving is accessible, wide and narrow (${theme})`,
    { tag: '@stand-in' },
    async ({ endpoint, page, preview: _only, request }) => {
      await setApproveRequests(request, true);
      await endpoint.goto('fleet-citus', `theme=${theme}`);
      await expect(endpoint.decision.getByRole('button', { name: 'Approve' })).toBeVisible();
      await expectAccessible(page);
      for (const [button, title] of Object.entries({ Approve: 'Approve fleet-citus', Reject: 'Reject fleet-citus' })) {
        await endpoint.decision.getByRole('button', { name: button }).click();
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
        await expectAccessible(page, '[role="dialog"]');
        await endpoint.closeDialog();
      }
      await page.setViewportSize({ width: 420, height: 900 });
      expect(await tooWide(page)).toBe(0);
      await expectAccessible(page);
      await endpoint.goto('tempo-aks', `theme=${theme}`);
      await expect(endpoint.decision).toContainText('Missing action');
      await expectAccessible(page);
    }
  );
}
