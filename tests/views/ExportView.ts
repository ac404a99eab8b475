import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The page that shows what exists as code; `of` is what the code is of. */
export class ExportView {
  readonly endpoints: Locator;
  readonly dataSources: Locator;
  readonly all: Locator;

  constructor(readonly page: Page) {
    this.endpoints = page.getByRole('region', { name: /^Private endpoint/ });
    this.dataSources = page.getByRole('region', { name: /^Data sources/ });
    this.all = page.getByRole('link', { name: 'Export all private endpoints' });
  }

  async goto(query = '') {
    await this.page.goto(`${APP_PATH}/export${query && `?${query}`}`);
  }

  code(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).and(this.page.locator('pre'));
  }

  copy(label: string): Locator {
    return this.page.getByRole('button', { name: `Copy ${label}`, exact: true });
  }

  download(label: string): Locator {
    return this.page.getByRole('button', { name: `Download ${label}`, exact: true });
  }
}
