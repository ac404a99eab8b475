import { type Page } from '@playwright/test';
import { expect, expectAccessible, test, themes, tooWide } from './fixtures';
import { stagingLogs } from './samples';

const wide = { width: 1400, height: 1000 };
const narrow = { width: 420, height: 900 };

/** Narrow in both themes; colours don't change with the width, so that one theme is enough for the wide page. */
async function expectWellMade(page: Page, theme: string) {
  if (theme === 'dark') {
    await expectAccessible(page);
  }
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  expect(await tooWide(page)).toBe(0);
  await page.setViewportSize(wide);
}

for (const theme of themes) {
  test(
    `the pages of data sources are accessible, wide and narrow (${theme})`,
    { tag: '@stand-in' },
    async ({ azure, check, dataSources, fillIn, newDataSource, page }) => {
      test.slow();
      await azure.addDataSources([stagingLogs, { ...stagingLogs, uid: 'p', name: 'Provisioned logs', readOnly: true }]);
      await dataSources.goto(`theme=${theme}`);
      await expect(dataSources.names.first()).toBeVisible();
      await expectWellMade(page, theme);

      await fillIn.goto('loki-aks', stagingLogs.uid, `theme=${theme}&uid=p`);
      await expect(fillIn.provisioningLines('Provisioned logs')).toBeVisible();
      await expect(fillIn.change(stagingLogs.name, 'After')).toBeVisible();
      await expectWellMade(page, theme);
      await fillIn.apply.click();
      await expect(fillIn.dialog).toBeVisible();
      await expectAccessible(page, '[role="dialog"]');
      await fillIn.confirm.click();
      await expect(fillIn.health(stagingLogs.name)).toContainText('Test successful');
      await expectWellMade(page, theme);

      await newDataSource.goto('loki-aks', `theme=${theme}`);
      await newDataSource.name.fill('');
      await newDataSource.create.click();
      await expect(newDataSource.form).toContainText('Enter a name');
      await expectWellMade(page, theme);

      for (const uid of ['cluster-logs-old', 'payments-metrics', 'telemetry']) {
        await check.goto({ uid }, `theme=${theme}`);
        await expect(check.again).toBeVisible();
        await expectWellMade(page, theme);
      }
    }
  );
}
