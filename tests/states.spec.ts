import { demo } from '../dev/azure/demo';
import { type AzureControl } from './azure';
import { withoutBackend } from './backend';
import { expect, expectAccessible, test, themes } from './fixtures';
import { forgetSettings, lookAfter, signInWith } from './settings';
import { AppView } from './views/AppView';

const { main, essential } = demo.workspaces;
const everything = { times: 0, host: 'resourceManager' } as const;

for (const theme of themes) {
  test(
    `not configured: each page leads to the set-up, without an error (${theme})`,
    { tag: '@stand-in' },
    async ({ page, request, configuration }) => {
      await forgetSettings(request);
      const app = new AppView(page);
      for (const path of AppView.paths) {
        await app.goto(path, `theme=${theme}`);
        await expect(configuration.saveIdentity).toBeVisible();
        await expect(app.alert).toHaveCount(0);
        await expectAccessible(page);
      }
    }
  );

  test(
    `no endpoints yet, in either tier (${theme})`,
    { tag: '@stand-in' },
    async ({ azure, create, endpointList, page, request }) => {
      await lookAfter(request, essential);
      await endpointList.goto(`theme=${theme}`);
      await expect(page.getByText('This workspace has no private endpoints yet')).toBeVisible();
      await expect(endpointList.tierNotice).toContainText('require the Standard tier');
      await expectAccessible(page);
      await azure.changeWorkspace(essential, { tier: 'Standard' });
      await endpointList.reload.click();
      await expect(endpointList.tierNotice).toHaveCount(0);
      await expectAccessible(page);
      await endpointList.newEndpoint.click();
      await create.step('Target');
    }
  );
}

for (const [user, sentence] of Object.entries({
  viewer: 'Your role in this organization is Viewer. Ask a Grafana admin',
  editor: 'Your role in this organization is Editor. Ask a Grafana admin',
  serveradmin: "You're a Grafana server admin, but your role in this organization is Viewer. Give yourself",
})) {
  test(`no rights as ${user}: says whom to ask`, { tag: '@stand-in' }, async ({ pageOf }) => {
    const page = await pageOf(user);
    const app = new AppView(page);
    for (const theme of themes) {
      await app.goto('endpoints/loki-aks', `theme=${theme}`);
      await expect(app.main).toContainText('You need the Admin role to use private endpoints');
      await expect(app.main).toContainText(sentence);
      await expectAccessible(page);
    }
    await app.goto('new');
    await expect(app.main).toContainText('You need the Admin role');
    // Grafana itself sends them home from pages of the navigation.
    await app.goto('data-sources');
    await expect(page).toHaveURL(/^https?:..[^/]+(\/grafana)?\/?(\?|$)/);
  });
}

test(
  'the Essential tier is told before creating, and Azure’s refusal afterwards',
  { tag: '@stand-in' },
  async ({ azure, create, request }) => {
    await lookAfter(request, essential);
    await azure.turn({ refuseEssential: true });
    await create.goto();
    await create.fillIn({ kind: 'Azure SQL server', target: 'payments-sql' });
    await expect(create.alert).toContainText('private endpoints require Standard');
    await create.create.click();
    await expect(create.alert.filter({ hasText: 'Couldn’t create payments-sql' })).toBeVisible();
    await expect(create.create).toBeEnabled();
  }
);

test('an address that leads nowhere', { tag: '@stand-in' }, async ({ endpoint, page }) => {
  const app = new AppView(page);
  await endpoint.goto('never-heard-of');
  await expect(app.main).toContainText('No private endpoint named never-heard-of');
  await app.goto('nowhere');
  await expect(app.main).toContainText('Page not found');
  await page.getByRole('link', { name: 'Show private endpoints' }).click();
  await expect(page).toHaveURL(/\/endpoints$/);
});

test('no match: one click shows all again', { tag: '@stand-in' }, async ({ endpointList, page }) => {
  await endpointList.goto('q=nothing+like+it');
  await expect(page.getByText('No private endpoints match your search')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(endpointList.names).toHaveCount(27);
});

test(
  'what is being read has the shape of what comes',
  { tag: '@stand-in' },
  async ({ azure, endpoint, endpointList }) => {
    await azure.addFault({ ...everything, effect: { kind: 'delay', milliseconds: 1_500 } });
    await endpointList.goto();
    await expect(endpointList.skeleton).toBeVisible();
    await expect(endpointList.names).toHaveCount(27);
    await endpoint.goto('loki-aks');
    await expect(endpoint.skeleton).toBeVisible();
    await expect(endpoint.badge('Approved')).toBeVisible();
  }
);

test(
  'partly read: the endpoints show where the workspace can’t be read',
  { tag: '@stand-in' },
  async ({ azure, endpointList }) => {
    await azure.addFault({ ...everything, path: `/grafana/${main}$`, effect: { kind: 'status', status: 403 } });
    await endpointList.goto();
    await expect(endpointList.names).toHaveCount(27);
    await expect(endpointList.alert).toContainText('Microsoft.Dashboard/grafana/read');
  }
);

interface Frequent {
  what: string;
  begin: (azure: AzureControl, request: Parameters<typeof signInWith>[0]) => Promise<unknown>;
  says: string;
  /** Where the settings may be what is wrong, a way on leads there. */
  settings?: true;
}

const frequent: Frequent[] = [
  {
    what: 'throttled',
    begin: (azure) =>
      azure.addFault({
        ...everything,
        effect: { kind: 'status', status: 429, headers: { 'Retry-After': '30' } },
      }),
    says: 'Azure asks you to wait 30 seconds before the next try.',
  },
  {
    what: 'the client secret has expired',
    begin: (_, request) => signInWith(request, demo.expiredClientSecret),
    says: 'Create a new secret in the app registration under Certificates & secrets',
    settings: true,
  },
  {
    what: 'the rights were taken away',
    begin: (azure) => azure.revoke(demo.clientId),
    says: 'Missing action: Microsoft.Dashboard/grafana/',
  },
  {
    what: 'the token endpoint is down',
    begin: async (azure) => {
      await azure.addFault({ host: 'entra', times: 0, effect: { kind: 'reset' } });
      await azure.revokeTokens();
    },
    says: "The authentication service is unavailable or can't be reached.",
    settings: true,
  },
];

for (const { what, begin, says, settings } of frequent) {
  test(
    `${what}: each page says so and leads on`,
    { tag: '@stand-in' },
    async ({ azure, endpointList, page, request }) => {
      await begin(azure, request);
      const app = new AppView(page);
      for (const path of AppView.paths) {
        await app.goto(path);
        await expect(app.alert.first()).toContainText(says);
        await expect(app.retry.first()).toBeVisible();
        await expect(app.openConfiguration).toHaveCount(settings ? 1 : 0);
      }
      await expectAccessible(page);

      await app.goto('endpoints');
      await expect(app.alert).toContainText(says);
      await azure.reset();
      await signInWith(request, demo.clientSecret);
      // A slow page may have read it again meanwhile.
      await app.retry.click({ timeout: 10_000 }).catch(() => undefined);
      await expect(endpointList.names).toHaveCount(27);
      await expect(app.alert).toHaveCount(0);
    }
  );
}

test(
  'the backend is killed and comes back: what was read stays',
  { tag: '@stand-in' },
  async ({ endpointList, preview }) => {
    await endpointList.goto();
    await expect(endpointList.names).toHaveCount(27);
    await withoutBackend(preview, () =>
      expect(async () => {
        await endpointList.reload.click();
        await expect(endpointList.alert).toContainText('The plugin’s backend isn’t running.', { timeout: 2_000 });
      }).toPass()
    );
    await expect(endpointList.names).toHaveCount(27);
    await expect(async () => {
      await endpointList.retry.click({ timeout: 2_000 });
      await expect(endpointList.alert).toHaveCount(0, { timeout: 2_000 });
    }).toPass();
  }
);

test(
  'offline: says so, keeps what was read, and goes on by itself',
  { tag: '@stand-in' },
  async ({ baseURL, context, endpointList, page }) => {
    // A Grafana on the browser's own machine needs no network; browsers lead any name below localhost there too.
    const elsewhere = new URL(process.env.GRAFANA_URL ?? baseURL ?? '');
    elsewhere.hostname = 'grafana.localhost';
    await context.addCookies((await context.cookies()).map((cookie) => ({ ...cookie, domain: elsewhere.hostname })));
    await endpointList.goto('', elsewhere.href.replace(/\/$/, ''));
    await expect(endpointList.names).toHaveCount(27);
    await context.setOffline(true);
    await expect(page.getByText(/You’re offline/)).toBeVisible();
    await endpointList.reload.click();
    await expect(endpointList.alert).toContainText('Grafana didn’t respond.');
    await expect(endpointList.names).toHaveCount(27);
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(page.getByText(/You’re offline/)).toHaveCount(0);
    await expect(endpointList.alert).toHaveCount(0);
  }
);

test(
  'a browser whose language is no language tag sees the page',
  { tag: '@stand-in' },
  async ({ endpointList, page, preview: _only }) => {
    // As Chromium takes it from LANG=en_US@posix. uPlot throws then, in a real Grafana too.
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'language', { value: 'en-US@posix', configurable: true })
    );
    await endpointList.goto();
    await expect(endpointList.names.first()).toBeVisible();
  }
);
