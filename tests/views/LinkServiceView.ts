import { type Locator, type Page } from '@playwright/test';

/** The step for who has no private link service yet. */
export class LinkServiceView {
  readonly heading: Locator;
  readonly facts: Locator;
  readonly code: Locator;
  readonly message: Locator;
  readonly use: Locator;
  readonly nextResourceId: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Get a private link service' });
    this.facts = page.getByRole('region', { name: 'Before you start' });
    this.code = page.getByRole('region', { name: 'Deploy with code' });
    this.message = page.getByRole('region', { name: 'Message to the vendor' });
    this.use = page.getByRole('button', { name: 'Use this private link service' });
    this.nextResourceId = page.getByRole('button', { name: 'Next: resource ID' });
  }

  /** From the target step. */
  async open() {
    await this.page.getByRole('button', { name: 'I have no private link service yet' }).click();
    await this.heading.waitFor();
  }

  place(title: string): Locator {
    return this.page
      .getByRole('group', { name: 'Where does the data source run?' })
      .getByRole('radio', { name: title });
  }

  vendor(title: string): Locator {
    return this.page.getByRole('group', { name: 'Vendor' }).getByRole('radio', { name: title });
  }

  field(label: string): Locator {
    // Its description is part of a field's name.
    return this.page.getByRole('textbox', { name: new RegExp(`^${label} `) });
  }

  async fillIn(fields: Record<string, string>) {
    for (const [label, value] of Object.entries(fields)) {
      await this.field(label).fill(value);
    }
  }

  /** Copies something, and reads what lies in the clipboard then. */
  async copy(what: Locator): Promise<string> {
    await what.click();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
