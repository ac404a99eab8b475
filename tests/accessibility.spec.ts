import { type Page } from '@playwright/test';
import { expect, expectAccessible, test, themes } from './fixtures';

const wide = { width: 1400, height: 1000 };
const narrow = { width: 420, height: 900 };

/** Colours differ by theme and not by width, so that one theme is enough for the narrow page. */
async function expectAccessibleAtEachWidth(page: Page, theme: string) {
  await expectAccessible(page);
  if (theme !== 'dark') {
    return;
  }
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.setViewportSize(wide);
}

/** An endpoint in each state that looks its own way. */
const states = {
  'loki-aks': 'Approved',
  'fleet-citus': 'Pending approval',
  'mimir-aks': 'Probably approved',
  'prometheus-edge': 'Approved, waiting for private IP',
  'elastic-search': 'Creating',
  clickhouse: 'Failed',
  'adx-archive': 'Rejected',
  'sessions-pg': 'Disconnected',
  'prometheus-shop': 'NotSpecified',
};

for (const theme of themes) {
  test(
    `the endpoint page is accessible in each state (${theme})`,
    { tag: '@stand-in' },
    async ({ endpoint, endpointList, page }) => {
      test.slow();
      await endpointList.goto(`theme=${theme}`);
      for (const [name, label] of Object.entries(states)) {
        await endpointList.link(name).click();
        await expect(endpoint.badge(label)).toBeVisible();
        await expect(endpoint.details).toContainText(
          label === 'Creating' ? 'Not loaded yet' : /Match|Couldn’t be loaded/
        );
        await expectAccessibleAtEachWidth(page, theme);
        await page.goBack();
      }
    }
  );

  test(`dialogs of the endpoint page are accessible (${theme})`, { tag: '@stand-in' }, async ({ endpoint, page }) => {
    await endpoint.goto('loki-aks', `theme=${theme}`);
    for (const action of ['Edit tags', 'Edit domain name', 'Delete']) {
      await endpoint.action(action).click();
      await expect(endpoint.dialog).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await endpoint.closeDialog();
    }
  });

  test(
    `each step of a new endpoint is accessible (${theme})`,
    { tag: '@stand-in' },
    async ({ azure, create, page }) => {
      test.slow();
      await create.goto('', `theme=${theme}`);
      await create.next.click();
      await expect(create.alert.first()).toBeVisible();
      await expectAccessible(page);
      await create.kind('Private link service').check();
      await create.resource('pls-payments').check();
      await expect(create.preflight).not.toContainText('Checking');
      await expectAccessibleAtEachWidth(page, theme);

      await create.next.click();
      await create.name.fill('9');
      await create.domainName.fill('not a name');
      await create.next.click();
      await expect(create.alert.first()).toBeVisible();
      await expectAccessibleAtEachWidth(page, theme);

      await create.name.fill('payments');
      await create.domainName.fill('*.payments.contoso.com');
      await create.next.click();
      await expect(create.review).toBeVisible();
      await expectAccessibleAtEachWidth(page, theme);
      await azure.keepBusy('contoso-grafana', 60);
      await create.create.click();
      await expect(create.waiting).toBeVisible();
      await expectAccessible(page);
    }
  );
}
