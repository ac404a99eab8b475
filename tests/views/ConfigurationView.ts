import { type Locator, type Page } from '@playwright/test';
import { APP_PATH, CONFIG_PATH } from '../../src/constants';

/** The tab "Workspace" of the configuration page, and the set-up, whose form has the same fields. */
export class ConfigurationView {
  readonly form: Locator;
  readonly tenantId: Locator;
  readonly clientId: Locator;
  readonly clientSecret: Locator;
  readonly certificate: Locator;
  readonly privateKey: Locator;
  readonly workspaceId: Locator;
  readonly save: Locator;
  /** Of the set-up: saves the identity. */
  readonly saveIdentity: Locator;
  /** Of the set-up: the commands that create and assign the role. */
  readonly role: Locator;
  readonly checks: Locator;
  /** Where the data sources live, and what may be done with them there. */
  readonly dataSourceChecks: Locator;

  constructor(readonly page: Page) {
    this.form = page.getByRole('form', { name: /^(Configuration|Set-up)$/ });
    this.tenantId = this.form.getByLabel('Directory (tenant) ID');
    this.clientId = this.form.getByLabel(/client\) ID|Client ID of/);
    this.clientSecret = this.form.getByLabel('Client secret *');
    this.certificate = this.form.getByLabel('Certificate *');
    this.privateKey = this.form.getByLabel('Private key *');
    this.workspaceId = this.form.getByLabel('Resource ID');
    this.save = this.form.getByRole('button', { name: /save and test/i });
    this.saveIdentity = this.form.getByRole('button', { name: 'Save and continue' });
    this.role = this.form.getByLabel('Azure CLI for the role', { exact: true });
    this.dataSourceChecks = page.getByRole('region', { name: 'Access to data sources' });
    this.checks = page.getByRole('region', { name: 'Checks' });
  }

  async goto() {
    await this.page.goto(`${CONFIG_PATH}?page=workspace`);
  }

  async openSetup(query = '') {
    await this.page.goto(`${APP_PATH}/setup${query && `?${query}`}`);
  }

  async chooseCloud(name: string) {
    await this.form.getByRole('combobox', { name: 'Azure cloud' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async choosePlace(name: string) {
    await this.form.getByRole('combobox', { name: 'Location' }).click();
    // A description follows, which may name another.
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }

  /** Types the client secret in place of one that is stored. A real Grafana counts one that was emptied as stored. */
  async fillSecret(secret: string) {
    await this.clientSecret.waitFor();
    if (await this.clientSecret.isDisabled()) {
      // By keyboard: in a first run there is nothing to reset, so no click is to be counted.
      await this.form.getByRole('button', { name: 'Reset' }).press('Enter');
    }
    await this.clientSecret.fill(secret);
  }

  /** Of the set-up: a workspace to choose. */
  workspace(name: string): Locator {
    return this.form.getByRole('radio', { name });
  }

  method(title: string): Locator {
    return this.form.getByRole('radio', { name: title });
  }
}
