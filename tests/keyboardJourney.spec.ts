import { demo } from '../dev/azure/demo';
import { expect, test } from './fixtures';
import { tabTo } from './keyboard';
import { PaletteView } from './views/PaletteView';

test(
  'by keyboard alone from the palette to a tested data source',
  { tag: '@stand-in' },
  async ({ azure, check, create, endpoint, page, time }) => {
    const { keyboard } = page;
    const palette = new PaletteView(page);
    await palette.open();
    await keyboard.type('new private endpoint');
    await expect(palette.added('New private endpoint')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await create.step('Target');

    await tabTo(create.kind('Azure Monitor workspace (managed Prometheus)'));
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await expect(create.kind('Azure Monitor workspace (managed Prometheus)')).toBeChecked();
    while (!(await create.kind('Private link service').isChecked())) {
      await keyboard.press('ArrowDown');
    }
    await tabTo(create.searchTargets);
    await keyboard.type('payments');
    await tabTo(create.resource('pls-payments'));
    await keyboard.press('Space');
    await expect(create.resource('pls-payments')).toBeChecked();
    await tabTo(create.next);
    await keyboard.press('Enter');

    await create.step('Details');
    await tabTo(create.domainName);
    // Where "Payments metrics" leads.
    await keyboard.type('prometheus.payments.internal');
    await keyboard.press('Enter');
    await create.step('Review');
    await tabTo(create.create);
    await keyboard.press('Enter');
    await time.endOperation();
    await expect(endpoint.badge('Pending approval')).toBeVisible();

    await azure.decide(demo.workspaces.main, 'pls-payments', 'Approved', 'Fine.');
    await tabTo(endpoint.refresh);
    await keyboard.press('Enter');
    await expect(endpoint.refreshing).toBeVisible();
    await time.endOperation();
    await expect(endpoint.badge('Approved')).toBeVisible();
    await tabTo(endpoint.usedBy.getByRole('link', { name: 'Test Payments metrics' }));
    await keyboard.press('Enter');
    await expect(check.sentence('Passed: the target responds through the private endpoint.')).toBeVisible();
  }
);
