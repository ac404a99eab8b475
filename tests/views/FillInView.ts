import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The page on which an endpoint is filled into data sources. */
export class FillInView {
  readonly plan: Locator;
  readonly planned: Locator;
  /** Opens the data sources that nothing speaks for. */
  readonly others: Locator;
  readonly apply: Locator;
  /** Offered where a test fails after the update. */
  readonly restore: Locator;
  readonly done: Locator;
  /** How the whole batch went. */
  readonly batch: Locator;
  /** Why nothing is applied. */
  readonly refusal: Locator;
  /** Shows what was filled in from this browser and can be undone. */
  readonly showReceipts: Locator;
  readonly dialog: Locator;
  readonly confirm: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.plan = main.getByRole('button', { name: 'Plan update' });
    this.planned = main.getByRole('status').filter({ hasText: 'Kept in this browser' });
    this.apply = main.getByRole('button', { name: /^Update/ });
    this.others = main.getByRole('button', { name: /^(Other data|Data) sources: / });
    this.restore = main.getByRole('button', { name: /^Restore/ });
    this.done = main.getByRole('link', { name: 'Done' });
    this.batch = main.getByRole('status').filter({ hasText: /^\d+ (updated|in progress|not changed)/ });
    this.refusal = main.getByRole('alert').filter({ hasText: /^(Select|None)/ });
    this.showReceipts = main.getByRole('button', { name: /^Recent updates in this browser/ });
    this.dialog = page.getByRole('dialog');
    this.confirm = this.dialog.getByRole('button', { name: /^Update/ });
  }

  /** Opens the page; `uid` chooses a data source beforehand. */
  async goto(endpoint: string, uid = '', query = '') {
    const params = [uid && `uid=${uid}`, query].filter(Boolean).join('&');
    await this.page.goto(`${APP_PATH}/data-sources/fill-in/${endpoint}${params && `?${params}`}`);
  }

  candidate(name: string): Locator {
    return this.page
      .getByRole('list', { name: /^(Suggested|Other) data sources$/ })
      .getByRole('checkbox', { name: new RegExp(`^${name} `) });
  }

  /** Brings a data source into view that nothing speaks for. */
  async find(name: string) {
    await this.others.waitFor();
    if ((await this.others.getAttribute('aria-expanded')) === 'false') {
      await this.others.click();
    }
    await this.candidate(name).waitFor();
  }

  /** What changes in one data source, and how it went. */
  card(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** "Field", "Before" or "After" of a data source's change. */
  change(name: string, term: 'Field' | 'Before' | 'After'): Locator {
    return this.card(name).getByRole('term').getByText(term, { exact: true }).locator('xpath=following-sibling::dd[1]');
  }

  health(name: string): Locator {
    return this.card(name).getByRole('status', { name: 'Health' });
  }

  /** Lines to take into a provisioning file. */
  provisioningLines(name: string): Locator {
    return this.card(name).getByLabel('provisioning lines', { exact: true });
  }

  /** Told once the old address is back. */
  undone(name: string): Locator {
    return this.page.getByRole('status').filter({ hasText: `${name} uses its previous host again` });
  }

  async applyAll() {
    // It counts what can be written, once that is read.
    await this.apply.filter({ hasText: /\d/ }).click();
    await this.confirm.click();
  }

  async undo(name: string) {
    await this.page.getByRole('button', { name: `Undo the change to ${name}` }).click();
    await this.dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  }
}
