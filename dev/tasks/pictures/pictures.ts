import { type Locator, type Page } from '@playwright/test';

import { APP_PATH, CONFIG_PATH } from '../../../src/constants';
import { type AzureControl } from '../../../tests/azure';
import { ConfigurationView } from '../../../tests/views/ConfigurationView';
import { CreateView } from '../../../tests/views/CreateView';
import { EndpointListView } from '../../../tests/views/EndpointListView';
import { EndpointView } from '../../../tests/views/EndpointView';

/** One page of the demonstration, in a state worth showing. */
export interface Picture {
  name: string;
  /** Where to begin. */
  path: string;
  /** Brings the page into that state, and waits until it is. */
  arrange: (page: Page, azure: AzureControl) => Promise<void>;
  /** What stands at the top of the picture; the page's head without it. */
  from?: (page: Page) => Locator;
}

export const pictures: readonly Picture[] = [
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
      await azure.decide('contoso-grafana', 'fleet-citus', 'Approved', 'Approved by the fleet team');
      await endpoint.reload.click();
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
