import { expect, expectAccessible, test, themes } from './fixtures';

const HOST = 'contoso-revenue-fog.database.windows.net';
const revenue = {
  uid: 'revenue-group',
  name: 'Revenue, failover group',
  type: 'mssql',
  url: `${HOST}:1433`,
  access: 'proxy',
  jsonData: { database: 'billing', encrypt: 'true' },
};

for (const theme of themes) {
  test(
    `a name that leads to a target without saying so counts once it is confirmed (${theme})`,
    { tag: '@stand-in' },
    async ({ dataSources, endpoint, fillIn, storedAt, page }) => {
      const stored = await storedAt('remote');
      await stored.create(revenue);
      await dataSources.goto(`q=failover&theme=${theme}`);
      await expect(dataSources.row(revenue.name)).toContainText('Unknown');

      await endpoint.goto('billing-sql');
      const confirm = endpoint.usedBy.getByRole('button', { name: `Confirm that ${HOST} leads to contoso-billing` });
      await expect(confirm).toBeVisible();
      await expectAccessible(page);
      await confirm.focus();
      await page.keyboard.press('Enter');
      await expect(endpoint.usedBy).toContainText('An admin confirmed that the host leads to contoso-billing.');
      await expect(endpoint.usedBy).toBeFocused();
      await page.setViewportSize({ width: 420, height: 900 });
      await expectAccessible(page);
      await page.setViewportSize({ width: 1400, height: 1000 });

      await dataSources.goto('q=failover');
      await expect(dataSources.row(revenue.name)).toContainText('Private');
      await fillIn.goto('billing-sql', revenue.uid);
      await expect(fillIn.card(revenue.name)).toContainText('The URL stays as it is.');
      expect((await stored.read(revenue.uid)).url).toBe(revenue.url);

      await endpoint.goto('billing-sql');
      await endpoint.usedBy.getByRole('button', { name: `Remove ${HOST}` }).click();
      await expect(endpoint.usedBy).toContainText('This plugin can’t verify it.');
      await fillIn.goto('billing-sql', revenue.uid);
      await expect(
        fillIn.card(revenue.name).getByRole('button', { name: `Confirm that ${HOST} leads to contoso-billing` })
      ).toBeVisible();
      await expectAccessible(page);
    }
  );
}
