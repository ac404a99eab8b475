import { freeTargets } from '../dev/azure/demo/targets';
import { kindByType } from '../src/domain/catalogue/catalogue';
import { expect, test } from './fixtures';

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
        domainName: kind?.domainName ? 'prometheus.payments.contoso.com' : undefined,
      });
      await create.create.click();
      await expect(page).toHaveURL(new RegExp(`/endpoints/${target.name}$`));
      await expect(endpoint.badge('Creating')).toBeVisible();
      await endpoint.byItself.uncheck({ force: true });

      await time.endOperation();
      await expect(endpoint.badge('Waiting for approval')).toBeVisible();
      await expect(endpoint.fact(endpoint.record, 'Connection state')).toHaveText('Pending');
      await expect(endpoint.fact(endpoint.bothViews, 'Same connection')).toContainText('Certain');
      await expect(endpoint.handOff).toBeVisible();

      const message = await endpoint.fact(endpoint.connection, 'Request message').innerText();
      await azure.decide(WORKSPACE, target.name, 'Approved', `Fine. ${message}`);
      await time.pass(15);
      await expect(endpoint.badge('Approved, not refreshed yet')).toBeVisible();
      await expect(endpoint.fact(endpoint.bothViews, 'Workspace says')).toHaveText('Pending');
      await expect(endpoint.fact(endpoint.bothViews, 'Target says')).toHaveText('Approved');

      await endpoint.refresh.click();
      await expect(endpoint.activity.getByText('Refreshing the workspace')).toBeVisible();
      await time.endOperation();
      await expect(endpoint.badge('Approved')).toBeVisible();
      await expect(endpoint.fact(endpoint.connection, 'Private IP')).toContainText(/10\.174\.\d+\.\d+/);
    }
  );
}
