import { type Page } from '@playwright/test';
import { freeTargets, targetId } from '../dev/azure/demo/targets';
import { APP_PATH } from '../src/constants';
import { expect, test, tooWide } from './fixtures';
import { stagingLogs } from './samples';

const ROUTE = '/api/plugins/azure-privateendpoints-app/resources';
const longName = 'n'.repeat(60);
const longSource = { ...stagingLogs, uid: 'long', name: 'd'.repeat(190) };

async function expectNoWiderThanWindow(page: Page) {
  for (const width of [1400, 900, 420]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await tooWide(page), `at ${width} px on ${page.url()}`).toBe(0);
    const dialog = page.getByRole('dialog');
    if (await dialog.isVisible()) {
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), `dialog at ${width} px`).toBe(0);
    }
  }
}

test(
  'no page is wider than the window because of a long name',
  { tag: '@stand-in' },
  async ({ azure, dataSources, endpoint, endpointList, page }) => {
    test.slow();
    const word = 'w'.repeat(300);
    const sample = { requestMessage: word, domainName: `${'l'.repeat(63)}.${'l'.repeat(63)}.${'l'.repeat(63)}.com` };
    const url = `http://${sample.domainName}:3100`;
    await azure.addDataSources([{ ...longSource, url }]);
    const created = await page.request.put(`${ROUTE}/endpoints/${longName}`, {
      data: {
        targetId: targetId(freeTargets.service),
        targetRegion: '',
        subResources: [],
        tags: { [word]: word.slice(0, 250) },
        ...sample,
      },
    });
    expect(created.status(), await created.text()).toBe(202);

    await endpointList.goto(`q=${longName}`);
    await expect(endpointList.names).toHaveText([longName]);
    await expectNoWiderThanWindow(page);
    await dataSources.goto(`q=${longSource.name}`);
    await expect(dataSources.names).toHaveText([longSource.name]);
    await expectNoWiderThanWindow(page);
    await endpoint.goto(longName);
    await expect(endpoint.usedBy).toContainText(longSource.name);
    await expectNoWiderThanWindow(page);
    await endpoint.action('Delete').click();
    await expect(endpoint.dialog).toContainText(longSource.name);
    await expectNoWiderThanWindow(page);
  }
);

/** How long the page takes to show a text, and then to answer to a click. */
async function openingTime(page: Page, path: string, text: string): Promise<number> {
  const start = Date.now();
  await page.goto(`${APP_PATH}/${path}`);
  await expect(page.getByText(text).first()).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return Date.now() - start;
}

for (const [title, path] of [
  ['list', 'endpoints?q=loki-aks'],
  ['endpoint', 'endpoints/loki-aks'],
  ['data sources', 'data-sources?q=staging'],
  ['test', 'data-sources/check?uid=staging'],
] as const) {
  test(
    `100,000 letters without a blank don’t slow the page down: ${title}`,
    { tag: '@stand-in' },
    async ({ azure, page }) => {
      const open = async (words: string) => {
        await azure.overrideEndpoint('contoso-grafana', 'loki-aks', {
          properties: {
            connectionState: { status: 'Approved', description: words },
            requestMessage: `Please: ${words}`,
            note: words,
          },
        });
        const uid = `staging-${words.length}`;
        await azure.addDataSources([{ ...stagingLogs, uid, name: `Staging ${words.slice(0, 150)}`, url: words }]);
        return openingTime(page, path.replace('uid=staging', `uid=${uid}`), words.slice(0, 100));
      };
      await open('warm');
      const short = await open('short');
      const long = await open('a'.repeat(100_000));
      // A pattern that reads it letter by letter took minutes; what a busy machine adds doesn't count.
      expect(long, `${short} ms with a short text`).toBeLessThan(5 * short + 10_000);
    }
  );
}

test('what is hidden in a text shows', { tag: '@stand-in' }, async ({ azure, dataSources, endpoint, page }) => {
  await azure.overrideEndpoint('contoso-grafana', 'loki-aks', {
    properties: { connectionState: { status: 'Approved', description: 'Run \u202egnp.exe' } },
  });
  await azure.addDataSources([
    { ...stagingLogs, name: 'pay\u200bments', url: 'http://loki.obs.contoso.com/\u2066x' },
    { ...stagingLogs, uid: 'odd', name: 'odd \ud800' },
  ]);
  await endpoint.goto('loki-aks');
  await expect(endpoint.details).toContainText('Run [U+202E]gnp.exe');
  await expect(endpoint.usedBy).toContainText('pay[U+200B]ments');
  await dataSources.goto('q=%5BU');
  await expect(dataSources.names).toHaveText(['pay[U+200B]ments']);
  await expect(dataSources.table).toContainText('/[U+2066]x');
  await expect(page.getByRole('main')).not.toContainText(/[\u200b\u202e\u2066]/);
});
