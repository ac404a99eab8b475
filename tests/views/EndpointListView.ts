import { type Locator, type Page } from '@playwright/test';
import { APP_PATH, CONFIG_PATH } from '../../src/constants';

/** The list of private endpoints, on the app's page or in the configuration tab. */
export class EndpointListView {
  readonly table: Locator;
  readonly names: Locator;
  readonly search: Locator;
  readonly reload: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Private endpoints' });
    this.names = this.table.getByRole('rowheader');
    this.search = page.getByRole('textbox', { name: 'Search private endpoints' });
    this.reload = page.getByRole('button', { name: 'Reload' });
    this.alert = page.getByRole('main').getByRole('alert');
  }

  /** Opens the app's page; `query` without "?". */
  async goto(query = '') {
    await this.page.goto(`${APP_PATH}/endpoints${query && `?${query}`}`);
  }

  async gotoTab(query = '') {
    await this.page.goto(`${CONFIG_PATH}?page=endpoints${query && `&${query}`}`);
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  state(label: string): Locator {
    return this.page
      .getByRole('group', { name: 'Filter by state' })
      .getByRole('button', { name: new RegExp(`^${label} `) });
  }
}
