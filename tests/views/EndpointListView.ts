import { type Locator, type Page } from '@playwright/test';
import { APP_PATH, CONFIG_PATH } from '../../src/constants';

/** The list of private endpoints, on the app's page or in the configuration tab. */
export class EndpointListView {
  readonly table: Locator;
  readonly names: Locator;
  readonly search: Locator;
  readonly reload: Locator;
  readonly alert: Locator;
  readonly retry: Locator;
  readonly skeleton: Locator;
  readonly newEndpoint: Locator;
  readonly tierNotice: Locator;
  readonly refreshPanel: Locator;
  readonly deleteChosen: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Private endpoints' });
    this.names = this.table.getByRole('rowheader');
    this.search = page.getByRole('textbox', { name: 'Search private endpoints' });
    this.reload = page.getByRole('button', { name: 'Reload' });
    this.alert = page.getByRole('main').getByRole('alert');
    this.retry = this.alert.getByRole('button', { name: 'Try again' });
    this.skeleton = page.getByRole('status', { name: 'Loading private endpoints' });
    this.refreshPanel = page.getByRole('region', { name: 'Refresh' });
    this.deleteChosen = page.getByRole('main').getByRole('button', { name: 'Delete', exact: true });
    this.tierNotice = page.getByRole('main').getByRole('alert', { name: / tier$/ });
    this.newEndpoint = page.getByRole('link', { name: 'New private endpoint' }).last();
  }

  /** Opens the app's page; `query` without "?". `origin` is another address of the same Grafana. */
  async goto(query = '', origin = '') {
    await this.page.goto(`${origin}${APP_PATH}/endpoints${query && `?${query}`}`);
  }

  async gotoTab(query = '') {
    await this.page.goto(`${CONFIG_PATH}?page=endpoints${query && `&${query}`}`);
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** The way to an endpoint's page. */
  link(name: string): Locator {
    return this.table.getByRole('link', { name, exact: true });
  }

  /** Chooses an endpoint, to delete it with others. */
  async choose(name: string) {
    await this.row(name).getByRole('checkbox').check({ force: true });
  }

  /** A group of states, to filter by. */
  state(label: string): Locator {
    return this.page
      .getByRole('toolbar', { name: 'Filter by state' })
      .getByRole('button', { name: new RegExp(`^${label} `) });
  }
}
