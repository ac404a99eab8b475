import { type APIRequestContext, type Page } from '@playwright/test';
import { demo } from '../dev/azure/demo';
import { APP_PATH } from '../src/constants';
import { expect, expectAccessible, type Fixtures, test, themes } from './fixtures';
import { useToken } from './settings';
import { LinkServiceView } from './views/LinkServiceView';

type Views = Pick<
  Fixtures,
  | 'azure'
  | 'check'
  | 'configuration'
  | 'create'
  | 'dataSources'
  | 'endpoint'
  | 'endpointList'
  | 'exported'
  | 'fillIn'
  | 'newDataSource'
> & { page: Page; request: APIRequestContext };

interface Look {
  what: string;
  /** In the light theme too: what it shows is shown nowhere else. */
  inLight?: true;
  /** What is looked at, the page if left out. */
  part?: '[role="dialog"]';
  open: (views: Views, query: string) => Promise<unknown>;
}

/** What a page can look like beside what other tests look at, in an order in which each leads to the next. */
const looks: Look[] = [
  {
    what: 'the list with filters pressed and rows chosen',
    inLight: true,
    open: async ({ endpointList }, query) => {
      await endpointList.goto(query);
      await endpointList.state('Pending').click();
      await endpointList.state('Needs attention').click();
      await endpointList.choose('clickhouse');
    },
  },
  {
    what: 'an endpoint that nobody has heard of',
    open: async ({ endpoint, page }) => {
      await endpoint.goto('never-heard-of');
      await expect(page.getByText('No private endpoint named never-heard-of')).toBeVisible();
    },
  },
  {
    what: 'a page that nobody has heard of',
    open: async ({ page }) => {
      await page.goto(`${APP_PATH}/nowhere`);
      await expect(page.getByText('Page not found')).toBeVisible();
    },
  },
  {
    what: 'a vendor’s private link service',
    open: async ({ create, page }) => {
      const linkService = new LinkServiceView(page);
      await create.goto();
      await create.kind('Private link service').check();
      await linkService.open();
      await linkService.place('A vendor’s cloud').check();
      await linkService.vendor('Confluent Cloud').check();
      await linkService.nextResourceId.click();
    },
  },
  {
    what: 'the question before a draft goes',
    part: '[role="dialog"]',
    open: ({ page }) => page.getByRole('button', { name: 'Start over' }).click(),
  },
  {
    what: 'a draft in the list',
    inLight: true,
    open: async ({ create, endpointList, page }, query) => {
      await create.goto('', query);
      await create.kind('Private link service').check();
      await expect(page.getByText(/^Draft changed/)).toBeVisible();
      await endpointList.goto();
      await expect(page.getByText(/^Draft: /)).toBeVisible();
    },
  },
  {
    what: 'the export of one endpoint, in another language',
    open: async ({ endpoint, exported }) => {
      await endpoint.goto('loki-aks');
      await endpoint.details.getByRole('link', { name: 'Export as code' }).click();
      await exported.dataSources.getByRole('tab', { name: 'Provisioning file' }).click();
    },
  },
  {
    what: 'data sources of one network path, and the advice about endpoints',
    inLight: true,
    open: async ({ dataSources, page }, query) => {
      await dataSources.goto(query);
      await dataSources.count('4 not ready').click();
      await page.getByRole('region', { name: 'Recommendations' }).getByRole('button', { name: 'Show' }).first().click();
    },
  },
  {
    what: 'a planned update',
    open: async ({ fillIn }) => {
      await fillIn.goto('tempo-aks');
      await fillIn.find('Payments metrics');
      await fillIn.candidate('Payments metrics').check();
      await fillIn.plan.click();
      await expect(fillIn.planned).toBeVisible();
    },
  },
  {
    what: 'a data source just created',
    open: async ({ newDataSource }) => {
      await newDataSource.goto('loki-aks');
      await newDataSource.create.click();
      await expect(newDataSource.created).toBeVisible();
    },
  },
  {
    what: 'a test of one of the data sources that use an endpoint',
    open: async ({ check }) => {
      await check.goto({ uid: 'cluster-logs', endpoint: 'loki-aks' });
      await expect(check.again).toBeVisible();
    },
  },
  {
    what: 'a test of nothing yet',
    open: async ({ check }) => {
      await check.goto({});
      await expect(check.page.getByText('Select a data source to test')).toBeVisible();
    },
  },
  {
    what: 'the tab with the endpoints',
    open: async ({ endpointList }) => {
      await endpointList.gotoTab();
      await expect(endpointList.names).toHaveCount(27);
    },
  },
  {
    what: 'monitoring that is set up',
    open: async ({ configuration, page }) => {
      await configuration.goto();
      await page.getByRole('button', { name: 'Create the monitoring data source' }).click();
      await page.getByRole('button', { name: 'Create alert rules' }).click();
      await expect(page.getByText('Created 4 alert rules.')).toBeVisible();
    },
  },
  {
    what: 'the question before the workspace is removed',
    part: '[role="dialog"]',
    open: async ({ configuration, page }) => {
      await configuration.workspaceId.fill('');
      await configuration.save.click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    what: 'alert rules',
    open: async ({ page }) => {
      await page.goto('/alerting/list');
      await expect(page.getByRole('main')).toContainText('Private endpoint');
    },
  },
  {
    what: 'the dashboard',
    open: async ({ page }) => {
      await page.goto('/d/azure-private-endpoints');
      await expect(page.getByRole('region', { name: 'Approved', exact: true })).toBeVisible();
    },
  },
  {
    what: 'data sources that can’t be changed',
    inLight: true,
    open: async ({ dataSources, request }, query) => {
      await useToken(request, demo.grafanaViewerToken);
      await dataSources.goto(query);
      await expect(dataSources.access).toBeVisible();
    },
  },
  {
    what: 'a list that couldn’t be read again',
    inLight: true,
    open: async ({ azure, endpointList }, query) => {
      await endpointList.goto(query);
      await expect(endpointList.names).toHaveCount(27);
      await azure.addFault({ host: 'resourceManager', times: 0, effect: { kind: 'status', status: 500 } });
      await endpointList.reload.click();
      await expect(endpointList.alert).toBeVisible();
    },
  },
];

for (const theme of themes) {
  test(
    `what pages can look like else is accessible (${theme})`,
    { tag: '@stand-in' },
    async ({
      azure,
      check,
      configuration,
      create,
      dataSources,
      endpoint,
      endpointList,
      exported,
      fillIn,
      newDataSource,
      page,
      preview: _only,
      request,
    }) => {
      test.slow();
      const views = { azure, check, configuration, create, dataSources, endpoint, endpointList, exported, fillIn };
      for (const { what, inLight, part, open } of looks) {
        if (theme === 'dark' || inLight) {
          await test.step(what, async () => {
            await open({ ...views, newDataSource, page, request }, `theme=${theme}`);
            await expectAccessible(page, part);
          });
        }
      }
    }
  );
}
