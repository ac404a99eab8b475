import { demo } from '../dev/azure/demo';
import { APP_PATH, CONFIG_PATH, PLUGIN_ID } from '../src/constants';
import { expect, test } from './fixtures';

/** A Grafana below a path, where a link that is made by hand leads out of it; a real one is taken as it is. */
const grafana = process.env.SUB_PATH_URL ?? process.env.GRAFANA_URL ?? '';

/** Each page, and a link that it has once it is complete. */
const pages = {
  [`${APP_PATH}/endpoints`]: '/endpoints/loki-aks',
  [`${APP_PATH}/endpoints/loki-aks`]: '/data-sources/fill-in/loki-aks',
  [`${APP_PATH}/endpoints/never-heard-of`]: '/endpoints',
  [`${APP_PATH}/new`]: '/endpoints',
  [`${APP_PATH}/data-sources`]: '/data-sources/check?',
  [`${APP_PATH}/data-sources/fill-in/loki-aks`]: '/endpoints/loki-aks',
  [`${APP_PATH}/data-sources/new/loki-aks`]: '/endpoints/loki-aks',
  [`${APP_PATH}/data-sources/check`]: '/data-sources',
  [`${APP_PATH}/data-sources/check?uid=payments-metrics`]: '/new',
  [`${APP_PATH}/nowhere`]: '/endpoints',
  [`${CONFIG_PATH}?page=endpoints`]: '/endpoints/loki-aks',
};

/** Pages of the same kind have the same one. */
const kindOf = (url: string) =>
  new URL(url).pathname.replace(/(\/(endpoints|fill-in|data-sources\/new))\/[^/]+$/, '$1/…');

test('every link opens in a new tab, wherever Grafana is served', { tag: '@stand-in' }, async ({ azure, browser }) => {
  test.slow();
  // All links are Grafana's own where the data sources are.
  await azure.changeWorkspace(demo.workspaces.main, { endpoint: new URL(grafana).origin });
  // Cookies know no ports: those of the other preview would be sent to this one.
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  await context.request.post(`${grafana}/login`, { data: { user: 'admin', password: 'admin' } });
  const page = await context.newPage();
  const opened = new Set<string>();

  for (const [path, link] of Object.entries(pages)) {
    await test.step(path, async () => {
      await page.goto(grafana + path);
      // Grafana itself leaves the path out of tabs and breadcrumbs of a plugin's settings.
      const crumbs = path.startsWith(APP_PATH) ? ', nav[aria-label="Breadcrumbs"] a[href]' : '';
      const links = page.locator(`main a[href]:not([role="tab"])${crumbs}`);
      await expect(links.and(page.locator(`[href*="${link}"]`)).first()).toBeVisible();
      await page.waitForLoadState('networkidle');

      const urls = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      const own = urls.filter((url) => url.startsWith(new URL(grafana).origin));
      expect(own.filter((url) => !url.startsWith(`${grafana}/`))).toEqual([]);

      const kinds = new Map(own.filter((url) => url.includes(PLUGIN_ID)).map((url) => [kindOf(url), url]));
      for (const [kind, url] of kinds) {
        if (opened.has(kind)) {
          continue;
        }
        opened.add(kind);
        // What a click with Ctrl does, but for the headless browser, which at times doesn't survive such a click.
        const tab = await context.newPage();
        const answer = await tab.goto(url);
        expect(answer?.request().redirectedFrom()).toBeNull();
        await expect(tab.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await tab.close();
      }
    });
  }
  expect(opened.size).toBeGreaterThan(5);
  await context.close();
});
