import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** What to ask for; what is left out stays as the flow suggests it. */
export interface Wish {
  /** Title of the kind, as on its card. */
  kind: string;
  /** Name of the target. */
  target: string;
  domainName?: string;
  name?: string;
}

/** The steps of a new endpoint. */
export class CreateView {
  readonly steps: Locator;
  readonly preflight: Locator;
  readonly target: Locator;
  readonly searchTargets: Locator;
  readonly name: Locator;
  readonly domainName: Locator;
  readonly message: Locator;
  readonly next: Locator;
  readonly review: Locator;
  readonly create: Locator;
  readonly createAnyway: Locator;
  /** Says that the request waits for another change. */
  readonly waiting: Locator;
  readonly stopWaiting: Locator;
  readonly cancel: Locator;
  readonly code: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.steps = page.getByRole('navigation', { name: 'Steps' });
    this.preflight = page.getByRole('region', { name: 'Before you create' });
    this.target = page.getByLabel(/^(Or by resource ID|Resource ID)/);
    this.searchTargets = page.getByRole('textbox', { name: 'Search resources' });
    this.name = page.getByRole('textbox', { name: /^Name/ });
    this.domainName = page.getByRole('textbox', { name: 'Domain name' });
    this.message = page.getByRole('textbox', { name: 'Request message' });
    this.next = page.getByRole('button', { name: /^Next: / });
    this.review = page.getByRole('form', { name: 'Review' });
    // With a blocker it says so.
    this.create = page.getByRole('button', { name: /^Create (private endpoint|anyway)$/ });
    this.createAnyway = page.getByRole('button', { name: 'Create anyway' });
    this.waiting = this.review.getByText('Another change to the workspace is in progress.');
    this.stopWaiting = this.review.getByRole('button', { name: 'Stop waiting' });
    this.cancel = this.review.getByRole('link', { name: 'Cancel' });
    this.code = page.getByRole('region', { name: 'Deploy with code' });
    this.alert = page.getByRole('main').getByRole('alert');
  }

  async goto(step = '', query = '') {
    await this.page.goto(`${APP_PATH}/new${step && `/${step}`}${query && `?${query}`}`);
  }

  kind(title: string): Locator {
    return this.page.getByRole('group', { name: 'Resource type' }).getByRole('radio', { name: title });
  }

  resource(name: string): Locator {
    return this.page.getByRole('group', { name: 'Resource', exact: true }).getByRole('radio', { name: `${name} ` });
  }

  async step(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  }

  /** Goes through target and details; stands on the review afterwards. */
  async fillIn({ kind, target, domainName, name }: Wish) {
    await this.kind(kind).check();
    await this.resource(target).check();
    await this.next.click();
    if (name) {
      await this.name.fill(name);
    }
    if (domainName) {
      await this.domainName.fill(domainName);
    }
    await this.next.click();
    await this.review.waitFor();
  }

  /** Goes on to the review with the details as they are. */
  async goThrough() {
    await this.next.or(this.review).waitFor();
    while (await this.next.isVisible()) {
      const before = this.page.url();
      await this.next.click();
      await this.page.waitForURL((url) => url.href !== before);
    }
    await this.review.waitFor();
  }
}
