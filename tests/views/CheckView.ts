import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The page that says, step by step, why a data source does or doesn't answer. */
export class CheckView {
  readonly steps: Locator;
  /** The first step that fails. */
  readonly failing: Locator;
  readonly summary: Locator;
  readonly again: Locator;
  /** Told where the check itself could not run. */
  readonly failure: Locator;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.steps = main.getByRole('list', { name: 'Test steps' }).getByRole('listitem');
    this.failing = this.steps.filter({ has: page.getByText(/^Failed(:|$)/) });
    this.summary = main.getByRole('status');
    this.failure = main.getByRole('alert');
    this.again = main.getByRole('button', { name: 'Test again' });
  }

  async goto({ uid = '', endpoint = '' }: { uid?: string; endpoint?: string }, query = '') {
    const params = [uid && `uid=${uid}`, endpoint && `endpoint=${endpoint}`, query].filter(Boolean).join('&');
    await this.page.goto(`${APP_PATH}/data-sources/check?${params}`);
  }

  step(title: string): Locator {
    return this.steps.filter({ hasText: title });
  }

  /** What it says in one sentence. */
  sentence(text: string): Locator {
    return this.summary.getByText(text);
  }
}
