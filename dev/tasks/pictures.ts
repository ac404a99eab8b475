import { type Browser, chromium } from '@playwright/test';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';

import { AzureControl } from '../../tests/azure';
import { setAutomaticRefresh } from '../../tests/settings';
import { findBrowser } from './browser';
import { type Demo, startDemo } from './demo';
import { root } from './paths';
import { type Picture, pictures } from './pictures/pictures';
import { runTask } from './runTask';

const themes = ['dark', 'light'] as const;
const forReadme = (name: string, theme: string) => path.join(root, 'docs/img', `${name}-${theme}.png`);

/** `npm run pictures`: takes the README's and the catalogue's pictures again; `-- list` takes that one alone. */
runTask(async () => {
  const [only] = process.argv.slice(2);
  // Finding one sets variables of a serverless machine, with which it would end at the first missing glyph.
  const own = { ...process.env };
  const { executablePath, env } = await findBrowser();
  const demo = await startDemo({ quiet: true });
  try {
    const browser = await chromium.launch({
      executablePath,
      env: { ...own, ...env } as Record<string, string>,
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
