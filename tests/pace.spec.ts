import { type APIRequestContext, type Page, type TestInfo } from '@playwright/test';
import { demo } from '../dev/azure/demo';
import { PLUGIN_ID } from '../src/constants';
import { type AzureControl } from './azure';
import { expect, test } from './fixtures';
import { lookAfter } from './settings';

const MINUTES = 3;
/** Seconds that pass at once; the product asks nothing oftener than every three. */
const STEP = 1;

/** The bound that the product keeps, in calls of its backend a minute, however many requests wait. */
const BOUND = 8;
/** A tenth of what Azure Resource Manager lets one identity read: 25 a second (Microsoft Learn, "Request limits and throttling"). */
const TENTH_OF_AZURES = 150;

/** Time that stands still but for `step`, which takes as long as the answers to what it brings. */
async function steppedTime(page: Page, azure: AzureControl) {
  const underWay = new Set<unknown>();
  // A real Grafana has others of its own that never end.
  page.on('request', (request) => request.url().includes(PLUGIN_ID) && underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  const now = () => page.evaluate(() => Date.now());
  await page.clock.pauseAt((await now()) + STEP * 1000);
  const step = async () => {
    await azure.advanceClock(STEP);
    await page.clock.runFor(STEP * 1000);
    await expect.poll(() => underWay.size, { intervals: [5] }).toBe(0);
  };
  return { now, step };
}

/** Makes so many of the large workspace's requests wait, and the others approved. */
async function letWait(azure: AzureControl, request: APIRequestContext, count: number) {
  const list = await request.get(`/api/plugins/${PLUGIN_ID}/resources/endpoints`);
  const { endpoints } = (await list.json()) as { endpoints: Array<{ name: string }> };
  expect(endpoints).toHaveLength(1_000);
  for (const [index, { name }] of endpoints.entries()) {
    const status = index < count ? 'Pending' : 'Approved';
    await azure.overrideEndpoint(demo.workspaces.large, name, {
      properties: { connectionState: { status }, privateLinkServicePrivateIP: '10.174.0.4' },
    });
  }
}

for (const count of [1, 50, 1_000]) {
  test(
    `calls a minute while ${count.toLocaleString('en')} ${count === 1 ? 'request waits' : 'requests wait'}`,
    { tag: '@stand-in' },
    async ({ azure, endpointList, page, request }, { annotations }: TestInfo) => {
      await lookAfter(request, demo.workspaces.large);
      await letWait(azure, request, count);
      await page.clock.install();
      await endpointList.goto();
      await expect(endpointList.names).toHaveCount(50);
      // A page that has followed once knows that their owners decided; it follows on, since nothing refreshes here.
      const waiting = `${count.toLocaleString('en')} request|(is|are) probably approved`;
      await expect(endpointList.refreshPanel).toContainText(new RegExp(waiting));

      let calls = 0;
      page.on('request', (sent) => (calls += sent.url().includes(`/${PLUGIN_ID}/resources/`) ? 1 : 0));
      await azure.forgetRequests();
      const { step } = await steppedTime(page, azure);
      for (let second = 0; second < MINUTES * 60; second += STEP) {
        await step();
      }
      const asked = await azure.count();
      annotations.push({
        type: 'calls a minute',
        description: `${count} waiting: ${(calls / MINUTES).toFixed(1)} of the backend, ${(asked / MINUTES).toFixed(1)} of Azure`,
      });
      expect(calls).toBeGreaterThan(0);
      // One more fits in where the first call falls on the first moment.
      expect(calls).toBeLessThanOrEqual(BOUND * MINUTES + 1);
      expect(asked / MINUTES).toBeLessThan(TENTH_OF_AZURES);
    }
  );
}

// In real time: the backend's pauses are by its own clock, which no test moves.
test(
  'how soon an approval shows, with nobody pressing a button',
  { tag: '@stand-in' },
  async ({ azure, endpoint, refreshAutomatically }, { annotations }: TestInfo) => {
    await refreshAutomatically();
    await endpoint.goto('fleet-citus');
    await expect(endpoint.fact(endpoint.details, 'Match')).toContainText('Confirmed');
    const message = await endpoint.fact(endpoint.details, 'Request message').innerText();
    const approvedAt = performance.now();
    await azure.decide(demo.workspaces.main, 'fleet-citus', 'Approved', `Fine. ${message}`);
    await expect(endpoint.badge('Approved')).toBeVisible();
    const seconds = (performance.now() - approvedAt) / 1000;
    annotations.push({
      type: 'approval to Approved',
      description: `${seconds.toFixed(1)} s, of which Azure's refresh takes 3 s`,
    });
    expect(seconds).toBeLessThanOrEqual(25);
  }
);
