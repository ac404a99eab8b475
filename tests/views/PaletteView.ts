import { type Locator, type Page } from '@playwright/test';

/** Grafana's command palette. */
export class PaletteView {
  readonly input: Locator;
  readonly options: Locator;

  constructor(private readonly page: Page) {
    this.input = page.getByRole('combobox', { name: /search or jump to/i });
    this.options = page.getByRole('option');
  }

  /** Opens it on a page of Grafana that doesn't show the app. */
  async open() {
    await this.page.goto('/profile');
    await this.page.getByRole('main').first().waitFor();
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.input.waitFor();
  }

  /** A link that the plugin added. */
  added(title: string): Locator {
    return this.page.getByRole('option', { name: title, exact: true });
  }
}
