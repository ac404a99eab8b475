import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@grafana/plugin-e2e';
import { type APIRequestContext, type Page } from '@playwright/test';
import { demo } from '../dev/azure/demo';
import { PLUGIN_ID } from '../src/constants';
import { type Place } from '../src/domain/place';
import { AzureControl } from './azure';
import { Effort } from './effort';
import { GrafanaDataSources } from './grafanaDataSources';
import { PreviewControl } from './preview';
import { lostInForcedColors } from './forcedColors';
import { lastRefreshIsOld, resetGrafana, signIn } from './realGrafana';
import { setAutomaticRefresh } from './settings';
import { Time } from './time';
import { CheckView } from './views/CheckView';
import { ConfigurationView } from './views/ConfigurationView';
import { CreateView } from './views/CreateView';
import { DataSourcesView } from './views/DataSourcesView';
import { EndpointListView } from './views/EndpointListView';
import { EndpointView } from './views/EndpointView';
import { ExportView } from './views/ExportView';
import { FillInView } from './views/FillInView';
import { NewDataSourceView } from './views/NewDataSourceView';

export interface Fixtures {
  /** The stand-in for Azure; only for tests tagged @stand-in. */
  azure: AzureControl;
  /** The preview's own controls; a real Grafana has none, and leaves the test out. */
  preview: PreviewControl;
  /** Adds a data source that a file defines; a real Grafana on this machine would have to read one, and leaves the test out. */
  provision: (place: Place, dataSource: object) => Promise<void>;
  endpointList: EndpointListView;
  endpoint: EndpointView;
  create: CreateView;
  dataSources: DataSourcesView;
  exported: ExportView;
  fillIn: FillInView;
  check: CheckView;
  newDataSource: NewDataSourceView;
  configuration: ConfigurationView;
  /** Counts clicks and fields on the page; ask for it where a test guards how many a way takes. */
  effort: Effort;
  /** Time in the stand-in and in the browser; asking for it takes both clocks in hand. */
  time: Time;
  /**
   * Makes this Grafana the workspace's own one (`local`), or leaves it another Grafana; gives what is stored in the
   * Grafana whose data sources the app then looks after.
   */
  storedAt: (place: Place) => Promise<GrafanaDataSources>;
  /** A page of someone else: signs in as `editor` or `viewer` (the password is the name), at another address if one is given. */
  pageOf: (user: string, url?: string) => Promise<Page>;
  /** Switches automatic refreshes on, with no decision of the demonstration left to apply. */
  refreshAutomatically: () => Promise<void>;
  /** Each test begins with the seed data and no automatic refresh, and ends without an error in the browser's console. */
  clean: void;
}

const { CONTROL_URL: standIn, GRAFANA_URL: realGrafana, PREVIEW_URL: previewUrl } = process.env;

/**
 * What the browser itself writes about every failed request and about Grafana Live's connection, and Grafana about its
 * catalogue where it has no internet and its own flags where a page is left early; the page's own errors are what counts.
 */
const ABOUT_REQUESTS =
  /^(Failed to (load resource|fetch plugins from catalog|initialize OpenFeature)|WebSocket connection to '[^']+\/api\/live\/ws' failed)/;

export const test = base.extend<Fixtures>({
  azure: async ({}, use) => {
    if (!standIn) {
      throw new Error('This test needs the stand-in: tag it @stand-in.');
    }
    await use(new AzureControl(standIn));
  },
  preview: async ({ request }, use, testInfo) => {
    testInfo.skip(realGrafana !== undefined, 'Only the preview can be asked for this.');
    await use(new PreviewControl(request));
  },
  provision: async ({ azure, request }, use, testInfo) =>
    use(async (place, dataSource) => {
      testInfo.skip(place === 'local' && realGrafana !== undefined, 'Only the preview can be given one.');
      const grafana = place === 'local' ? new PreviewControl(request) : azure;
      await grafana.addDataSources([dataSource]);
    }),
  endpointList: async ({ page }, use) => use(new EndpointListView(page)),
  endpoint: async ({ page }, use) => use(new EndpointView(page)),
  create: async ({ page }, use) => use(new CreateView(page)),
  time: async ({ page, azure }, use) => {
    const time = new Time(page, azure);
    await time.take();
    await use(time);
  },
  configuration: async ({ page }, use) => use(new ConfigurationView(page)),
  effort: async ({ page }, use) => {
    const effort = new Effort(page);
    await effort.watch();
    await use(effort);
  },
  dataSources: async ({ page }, use) => use(new DataSourcesView(page)),
  exported: async ({ page }, use) => use(new ExportView(page)),
  fillIn: async ({ page }, use) => use(new FillInView(page)),
  check: async ({ page }, use) => use(new CheckView(page)),
  newDataSource: async ({ page }, use) => use(new NewDataSourceView(page)),
  storedAt: async ({ azure, playwright, request }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (place) => {
      if (place === 'local') {
        await azure.changeWorkspace(demo.workspaces.main, { endpoint: realGrafana ?? previewUrl });
        return new GrafanaDataSources(request);
      }
      const context = await playwright.request.newContext({
        baseURL: await azure.grafanaUrl(),
        // The stand-in's own authority signs it.
        ignoreHTTPSErrors: true,
        extraHTTPHeaders: { Authorization: `Bearer ${demo.grafanaToken}` },
      });
      contexts.push(context);
      return new GrafanaDataSources(context);
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },
  pageOf: async ({ browser, baseURL }, use) => {
    const contexts: Array<{ close: () => Promise<void> }> = [];
    await use(async (user, url = '') => {
      const context = await browser.newContext({ baseURL, storageState: undefined });
      contexts.push(context);
      const signedIn = await context.request.post(`${url}/login`, { data: { user, password: user } });
      expect(signedIn.ok()).toBe(true);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  refreshAutomatically: async ({ azure, request }, use) => {
    await use(async () => {
      if (realGrafana) {
        await lastRefreshIsOld();
      }
      await azure.refreshed(demo.workspaces.main);
      await setAutomaticRefresh(request, 'decided');
    });
  },
  clean: [
    async ({ page, request }, use) => {
      await signIn(request, page.request);
      if (standIn) {
        await new AzureControl(standIn).reset();
        await (realGrafana ? resetGrafana(request) : new PreviewControl(request).reset());
        // The demonstration holds decisions that would be applied while a test looks at something else.
        await setAutomaticRefresh(request, 'off');
        // What the test before has read counts for two seconds, unless someone tries to change something.
        await request.post(`/api/plugins/${PLUGIN_ID}/resources/refresh`, { data: { nothing: true } });
      }
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !ABOUT_REQUESTS.test(message.text())) {
          errors.push(message.text());
        }
      });
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const WCAG_2_1_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const COLOR_RULES = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] };

/**
 * Fails with what breaks WCAG 2.1 A or AA in the page's own part of the screen, or in the dialog on top of it, and with what
 * nobody could make out in forced colours. These take the place of either theme's: one is enough.
 */
export async function expectAccessible(page: Page, part: 'main' | '[role="dialog"]' = 'main') {
  // A button under the pointer or with the focus has colours that Grafana gives it; in the dark theme they are too pale.
  await page.mouse.move(0, 0);
  await motionEnds(page);
  const isDark = (await page.locator('body.theme-dark').count()) > 0;
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .exclude('button:focus')
    // Nothing but colours differs by theme, and whatever is looked at in the light one is looked at in the dark one too.
    .options({ runOnly: isDark ? WCAG_2_1_AA : COLOR_RULES })
    // Without it each look opens a second page for the report, which takes as long again; no page of ours has frames.
    .setLegacyMode()
    .analyze();
  // Soft, so that one run tells of all states.
  expect
    .soft(
      violations.map(({ id, nodes }) => ({
        id,
        where: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html, failureSummary })),
      }))
    )
    .toEqual([]);
  if (isDark) {
    await page.emulateMedia({ forcedColors: 'active' });
    expect.soft(await page.locator(part).evaluateAll(lostInForcedColors)).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  }
}

/** A colour on its way to another is judged by nobody; spinners turn for ever and are not waited for. */
const motionEnds = (page: Page) =>
  page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined);
  });

export const themes = ['dark', 'light'] as const;

/** By how many pixels the page is wider than the window. */
export const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
