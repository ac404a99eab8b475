import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The list of data sources with the way each one takes. */
export class DataSourcesView {
  readonly table: Locator;
  readonly names: Locator;
  readonly search: Locator;
  /** What is missing to change data sources. */
  readonly access: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Data sources' });
    this.names = this.table.getByRole('rowheader');
    this.access = page.getByRole('main').getByRole('status', { name: /but not change all of them/ });
    this.alert = page.getByRole('main').getByRole('alert');
    this.search = page.getByRole('textbox', { name: 'Search data sources' });
  }

  async goto(query = '') {
    await this.page.goto(`${APP_PATH}/data-sources${query && `?${query}`}`);
  }

  /** Whose data sources the page is about. */
  place(title: string): Locator {
    return this.page.getByRole('main').getByText(title, { exact: true });
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  check(name: string): Locator {
    return this.table.getByRole('link', { name: `Test ${name}`, exact: true });
  }

  /** One of the counts at the head, each of which filters. */
  count(text: string): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Filter by network path' })
      .getByRole('button', { name: text, exact: true });
  }

  makePrivate(name: string): Locator {
    return this.table.getByRole('link', { name: `Make private: ${name}`, exact: true });
  }

  /** What is offered once an endpoint can be used that something was planned for. */
  offer(endpoint: string): Locator {
    return this.page.getByRole('main').getByRole('status', { name: `${endpoint} is ready` });
  }

  fillIn(endpoint: string): Locator {
    return this.offer(endpoint).getByRole('link', { name: `Update data sources for ${endpoint}` });
  }
}
