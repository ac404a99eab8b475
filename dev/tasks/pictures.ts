import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { APP_PATH, CONFIG_PATH } from '../../src/constants';
import { AzureControl } from '../../tests/azure';
import { setAutomaticRefresh } from '../../tests/settings';
import { ConfigurationView } from '../../tests/views/ConfigurationView';
import { CreateView } from '../../tests/views/CreateView';
import { EndpointListView } from '../../tests/views/EndpointListView';
import { EndpointView } from '../../tests/views/EndpointView';
import { findBrowser } from './browser';
import { type Demo, startDemo } from './demo';
import { root } from './paths';
import { runTask } from './runTask';

const themes = ['dark', 'light'] as const;
const forReadme = (name: string, theme: string) => path.join(root, 'docs/img', `${name}-${theme}.png`);

/** `npm run pictures`: takes the README's and the catalogue's pictures again; `-- list` takes that one alone. */
runTask(async () => {
  const [only] = process.argv.slice(2);
  const { executablePath, env } = await findBrowser();
  const demo = await startDemo({ quiet: true });
  try {
    const browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env } as Record<string, string>,
    });
    for (const picture of pictures.filter(({ name }) => !only || name === only)) {
      for (const theme of themes) {
        await take(browser, demo, picture, theme);
      }
      await copyFile(forReadme(picture.name, 'dark'), path.join(root, 'src/img', `${picture.name}.png`));
    }
    await browser.close();
  } finally {
    await demo.close();
  }
});

async function take(browser: Browser, demo: Demo, { name, path: where, arrange, from }: Picture, theme: string) {
  const azure = new AzureControl(demo.controlUrl);
  await azure.reset();
  const context = await browser.newContext({
    baseURL: demo.url,
    viewport: { width: 1400, height: 900 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  await context.request.post('/preview/reset');
  await context.request.post('/login', { data: { user: 'admin', password: 'admin' } });
  // Nothing moves that the picture isn't about.
  await setAutomaticRefresh(context.request, 'off');
  const page = await context.newPage();
  await page.goto(`${where}${where.includes('?') ? '&' : '?'}theme=${theme}`);
  await arrange(page, azure);
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  // Above it there is a label, and Grafana's bar.
  await (from?.(page) ?? page.locator('body')).evaluate((element) =>
    window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 160)
  );
  await page.screenshot({ path: forReadme(name, theme), animations: 'disabled' });
  await context.close();
  console.log(path.relative(root, forReadme(name, theme)));
}

/** One page of the demonstration, in a state worth showing. */
interface Picture {
  name: string;
  /** Where to begin. */
  path: string;
  /** Brings the page into that state, and waits until it is. */
  arrange: (page: Page, azure: AzureControl) => Promise<void>;
  /** What stands at the top of the picture; the page's head without it. */
  from?: (page: Page) => Locator;
}

const pictures: readonly Picture[] = [
  {
    name: 'list',
    path: `${APP_PATH}/endpoints`,
    arrange: (page) => new EndpointListView(page).names.first().waitFor(),
  },
  {
    name: 'endpoint',
    path: `${APP_PATH}/endpoints/fleet-citus`,
    arrange: async (page, azure) => {
      const endpoint = new EndpointView(page);
      const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
      const code = /MPE-[\w-]+/.exec(message)?.[0];
      await azure.decide('contoso-grafana', 'fleet-citus', 'Approved', `Approved by the fleet team. ${code}`);
      await endpoint.badge('Approved, not active yet').waitFor();
    },
  },
  {
    name: 'create',
    path: `${APP_PATH}/new`,
    arrange: async (page) => {
      const create = new CreateView(page);
      await create.kind('Private link service').check();
      await create.resource('pls-payments').check();
      await create.next.click();
      await create.domainName.fill('prometheus.payments.contoso.com');
      await create.name.focus();
    },
  },
  {
    name: 'data-sources',
    path: `${APP_PATH}/data-sources`,
    arrange: (page) => page.getByRole('table').getByRole('row').nth(1).waitFor(),
  },
  {
    name: 'setup',
    path: `${CONFIG_PATH}?page=workspace`,
    arrange: async (page) => {
      const configuration = new ConfigurationView(page);
      await configuration.save.click();
      await configuration.checks.getByText('Standard').first().waitFor();
      await page.getByRole('button', { name: 'Close alert' }).click();
    },
    from: (page) => new ConfigurationView(page).workspaceId,
  },
];
