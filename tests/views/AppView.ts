import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** What all pages of the app have in common. */
export class AppView {
  /** One of each page, below the app. */
  static readonly paths = ['endpoints', 'endpoints/loki-aks', 'new'] as const;

  readonly main: Locator;
  readonly alert: Locator;
  readonly retry: Locator;
  readonly openConfiguration: Locator;

  constructor(private readonly page: Page) {
    this.main = page.getByRole('main');
    this.alert = this.main.getByRole('alert');
    this.retry = this.alert.getByRole('button', { name: 'Try again' });
    this.openConfiguration = this.alert.getByRole('link', { name: 'Open configuration' });
  }

  /** Opens the page at `path` below the app; `query` without "?". */
  async goto(path: string, query = '') {
    await this.page.goto(`${APP_PATH}/${path}${query && `?${query}`}`);
  }
}
