import { cluster } from '../dev/azure/cluster/pods';
import { demo } from '../dev/azure/demo';
import { targetId, vendorService } from '../dev/azure/demo/targets';
import { expect, expectAccessible, test, themes, tooWide } from './fixtures';
import { setApproveRequests } from './settings';
import { LinkServiceView } from './views/LinkServiceView';

const SERVICE = 'prometheus-private';
const DOMAIN = 'prometheus.monitoring.contoso.com';
const ID = `/subscriptions/${cluster.subscriptionId}/resourceGroups/${cluster.nodeResourceGroup}/providers/Microsoft.Network/privateLinkServices/${SERVICE}`;

test(
  'from nothing but a Service in AKS to a data source that answers privately',
  { tag: '@stand-in' },
  async ({
    azure,
    check,
    create,
    endpoint,
    newDataSource,
    page,
    preview: _only,
    refreshAutomatically,
    request,
    storedAt,
    time,
  }) => {
    const linkService = new LinkServiceView(page);
    const stored = await storedAt('remote');
    // Who owns both ends: workspace and cluster.
    await azure.call('PUT', `/identities/${demo.clientId}/assignments`, [
      { scope: `/subscriptions/${cluster.subscriptionId}`, actions: ['*'], dataActions: ['*'] },
    ]);
    await setApproveRequests(request, true);
    await refreshAutomatically();

    await test.step('the manifest is written from what was entered, which survives a reload', async () => {
      await create.goto();
      await create.kind('Private link service').check();
      await linkService.open();
      await linkService.place('AKS').check();
      await linkService.fillIn({
        Name: SERVICE,
        Namespace: 'monitoring',
        'Pod labels': 'app.kubernetes.io/name=prometheus',
        Port: '9090',
        'Domain name': DOMAIN,
        'Resource group': cluster.nodeResourceGroup,
        Subnet: 'private-link',
      });
      await expect(linkService.code).toContainText(`azure-pls-name: "${SERVICE}"`);
      await page.reload();
      await expect(linkService.field('Pod labels')).toHaveValue('app.kubernetes.io/name=prometheus');
      await expect(linkService.code).toContainText(`azure-pls-name: "${SERVICE}"`);
    });

    await test.step('applied to the cluster, it makes the link service', async () => {
      const manifest = await linkService.copy(
        linkService.code.getByRole('button', { name: 'Copy Kubernetes manifest' })
      );
      const owner = await page.context().newPage();
      await owner.goto(azure.ownerUrl('/service'));
      await owner.getByLabel('Manifest').fill(manifest);
      await owner.getByRole('button', { name: 'Apply' }).click();
      await expect(owner.getByRole('status')).toContainText(ID);
      await owner.close();
    });

    await test.step('its endpoint is requested', async () => {
      await linkService.use.click();
      await expect(create.target).toHaveValue(ID);
      await expect(create.preflight).toContainText('5 checks passed');
      await create.next.click();
      await expect(create.domainName).toHaveValue(DOMAIN);
      await create.next.click();
      await create.create.click();
      await time.endOperation();
      await expect(endpoint.badge('Pending approval')).toBeVisible();
    });

    await test.step('it is approved from here, and refreshed', async () => {
      await expect(endpoint.fact(endpoint.decision, 'Target resource')).toContainText(SERVICE);
      await endpoint.decision.getByRole('button', { name: 'Approve' }).click();
      await endpoint.dialog.getByRole('button', { name: 'Approve request' }).click();
      await expect(endpoint.dialog).toHaveCount(0);
      await expect(endpoint.refreshing).toBeVisible();
      await time.endOperation();
      await expect(endpoint.badge('Approved')).toBeVisible();
    });

    await test.step('a data source is created with its name and port, and answers', async () => {
      await newDataSource.goto(SERVICE);
      await newDataSource.encryption('None (http)').check({ force: true });
      await expect(newDataSource.address).toContainText(`http://${DOMAIN}:9090`);
      await newDataSource.create.click();
      await newDataSource.created.getByRole('link', { name: 'Test connection' }).click();
      await expect(check.sentence('Passed: the target responds through the private endpoint.')).toBeVisible();
      const uid = new URL(page.url()).searchParams.get('uid') ?? '';
      expect(await stored.health(uid)).toMatchObject({ status: 200 });
    });
  }
);

test(
  'from a vendor’s alias to the request of an endpoint',
  { tag: '@stand-in' },
  async ({ create, endpoint, page, time }) => {
    const linkService = new LinkServiceView(page);
    const alias = 'production-westus3-0-0.63c890a9-4d32-48cc-a08c-8cd92dfb1ad3.westus3.azure.privatelinkservice';
    const domain = 'abc123.westus3.privatelink.azure.clickhouse.cloud';

    await create.goto();
    await create.target.fill(alias);
    await create.target.blur();
    await expect(page.getByText('A managed private endpoint needs its resource ID.')).toBeVisible();
    await page.getByRole('button', { name: 'What to ask the vendor for' }).click();
    await expect(linkService.place('A vendor’s cloud')).toBeChecked();
    await linkService.vendor('ClickHouse Cloud').check();
    await expect(page.getByText('in the allow list of the organization')).toBeVisible();
    await linkService.field('Domain name').fill(domain);
    const message = await linkService.copy(linkService.message.getByRole('button', { name: 'Copy message' }));
    expect(message).toContain('our ClickHouse Cloud service');

    await linkService.nextResourceId.click();
    await create.target.fill(targetId(vendorService));
    await create.next.click();
    await expect(create.domainName).toHaveValue(domain);
    const request = await create.message.inputValue();
    // What the vendor is told is what they will see.
    expect(message).toContain(/MPE-\w{4}-\w{4}/.exec(request)?.[0] ?? 'no code');
    await create.next.click();
    await create.create.click();
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();
    await expect(endpoint.fact(endpoint.details, 'Domain name')).toContainText(domain);
  }
);

for (const theme of themes) {
  test(
    `is accessible and fits a narrow screen in the ${theme} theme`,
    { tag: '@stand-in' },
    async ({ create, page }) => {
      const linkService = new LinkServiceView(page);
      await page.setViewportSize({ width: 420, height: 900 });
      await create.goto('', `theme=${theme}`);
      await create.kind('Private link service').check();
      await linkService.open();
      await expectAccessible(page);
      for (const place of ['AKS', 'VM or scale set', 'A vendor’s cloud']) {
        await linkService.place(place).check();
        await linkService.facts.getByRole('button', { name: 'Sources' }).click();
        await expectAccessible(page);
        expect(await tooWide(page)).toBe(0);
        await linkService.facts.getByRole('button', { name: 'Sources' }).click();
      }
      await linkService.place('AKS').check();
      await linkService.use.click();
      await expect(linkService.field('Name')).toBeFocused();
      await expectAccessible(page);
    }
  );
}
