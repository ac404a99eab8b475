import { expect, test } from './fixtures';
import { forgetSettings } from './settings';
import { PaletteView } from './views/PaletteView';

for (const { title, opens } of [
  { title: 'Private endpoints', opens: /\/a\/azure-privateendpoints-app\/endpoints/ },
  { title: 'New private endpoint', opens: /\/a\/azure-privateendpoints-app\/new/ },
]) {
  test(`the command palette offers "${title}" and goes there`, async ({ page }) => {
    const palette = new PaletteView(page);
    await palette.open();
    await palette.input.fill(title);
    await palette.added(title).click();
    await expect(page).toHaveURL(opens);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });
}

for (const user of ['editor', 'viewer']) {
  test(`the command palette offers nothing of ours to ${user}`, { tag: '@stand-in' }, async ({ pageOf }) => {
    const page = await pageOf(user);
    const palette = new PaletteView(page);
    await palette.open();
    await palette.input.fill('private endpoint');
    await expect(page.getByText('No results found')).toBeVisible();
    await expect(palette.options).toHaveCount(0);
  });
}

test(
  'the command palette offers no new endpoint before the app is set up',
  { tag: '@stand-in' },
  async ({ page, request }) => {
    await forgetSettings(request);
    const palette = new PaletteView(page);
    await palette.open();
    await palette.input.fill('private endpoint');
    await expect(palette.added('Private endpoints')).toBeVisible();
    await expect(palette.added('New private endpoint')).toHaveCount(0);
  }
);
