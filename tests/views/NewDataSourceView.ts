import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The page that creates a data source over an endpoint. */
export class NewDataSourceView {
  readonly form: Locator;
  readonly type: Locator;
  readonly name: Locator;
  readonly host: Locator;
  readonly port: Locator;
  /** The address that the form makes. */
  readonly address: Locator;
  readonly create: Locator;
  readonly created: Locator;
  /** The way to Grafana's own page. */
  readonly enterCredentials: Locator;

  constructor(readonly page: Page) {
    this.form = page.getByRole('form', { name: 'New data source' });
    this.type = this.form.getByRole('combobox', { name: 'Type' });
    this.name = this.form.getByRole('textbox', { name: 'Name', exact: true });
    this.host = this.form.getByRole('textbox', { name: 'Host' });
    this.port = this.form.getByRole('textbox', { name: 'Port' });
    this.address = this.form.getByRole('status');
    this.create = this.form.getByRole('button', { name: 'Create data source' });
    this.created = page.getByRole('main').getByRole('status').filter({ hasText: 'was created and uses' });
    this.enterCredentials = this.created.getByRole('link', { name: 'Open data source settings' });
  }

  async goto(endpoint: string, query = '') {
    await this.page.goto(`${APP_PATH}/data-sources/new/${endpoint}${query && `?${query}`}`);
  }

  async chooseType(name: string) {
    await this.type.click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  encryption(label: 'TLS (https)' | 'None (http)'): Locator {
    return this.form.getByRole('radio', { name: label });
  }
}
