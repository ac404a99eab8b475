import { setTimeout as sleep } from 'node:timers/promises';

import { demo } from '../azure/demo';
import { startBackend, type TestBackend } from './backend';

jest.setTimeout(620_000);

const workspace = demo.workspaces.main;
// Two minutes after the last refresh, a run a minute, give or take a tenth, and a few seconds for what it asks.
const longest = 195_000;

let servers: [TestBackend, TestBackend];
beforeAll(async () => {
  const one = await startBackend({ automaticRefresh: 'decided' });
  servers = [one, await startBackend({ automaticRefresh: 'decided', standIn: one.standIn })];
  await one.control.call('POST', `/workspaces/${workspace}/refresh`).catch(() => undefined);
});
afterAll(async () => {
  await servers[1].close();
  await servers[0].close();
});

/** How many refreshes were sent. */
async function refreshes(): Promise<number> {
  const path = 'refreshManagedPrivateEndpoints$';
  return (await servers[0].control.requests({ method: 'POST', path })).count;
}

async function pending(name: string): Promise<boolean> {
  const { body } = await servers[0].ask('GET', 'endpoints');
  const endpoints = body.endpoints as Array<{ name: string; connectionState: string }>;
  return endpoints.find((endpoint) => endpoint.name === name)?.connectionState === 'Pending';
}

/** An owner decides, and the workspace knows it in time. Both servers are asked meanwhile, as alert rules ask. */
async function decided(name: string, status: string): Promise<void> {
  await servers[0].control.call('PUT', `/workspaces/${workspace}/endpoints/${name}/connection`, {
    ...{ status, description: 'Decided by its owner' },
  });
  for (const begun = Date.now(); await pending(name);) {
    expect(Date.now() - begun).toBeLessThan(longest);
    await Promise.all(servers.map((server) => server.query('condition')));
    await sleep(2_000);
  }
}

// Two Grafana servers behind one address have the same settings and know nothing of each other.
it('two servers follow each decision once, also while one is killed and comes back', async () => {
  const [one, other] = servers;
  await one.control.turn({ operationSeconds: 2 });
  await Promise.all(servers.map((server) => server.query('condition')));
  await sleep(5_000);
  const before = await refreshes();

  await decided('erp-sqlmi', 'Approved');
  await sleep(5_000);
  expect(await refreshes()).toBe(before + 1);

  // Whoever refreshed waits for two minutes; the other one may go first, and refreshes nothing that is applied.
  await other.kill();
  await decided('metrics-platform', 'Rejected');
  expect(await refreshes()).toBeLessThanOrEqual(before + 2);

  await other.query('condition');
  await decided('fleet-citus', 'Approved');
  await sleep(5_000);
  expect(await refreshes()).toBeLessThanOrEqual(before + 4);
  expect(await refreshes()).toBeGreaterThanOrEqual(before + 3);
});
