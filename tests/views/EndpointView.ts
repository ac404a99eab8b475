import { type Locator, type Page } from '@playwright/test';
import { APP_PATH } from '../../src/constants';

/** The page of one endpoint. */
export class EndpointView {
  readonly state: Locator;
  readonly details: Locator;
  readonly approvalRequest: Locator;
  /** Approves or rejects the request, where that is on. */
  readonly decision: Locator;
  /** The data sources that use it, and the ways to have more use it. */
  readonly usedBy: Locator;
  /** What it says of the workspace's last refresh. */
  readonly refreshed: Locator;
  readonly refresh: Locator;
  /** The same button while a refresh is under way. */
  readonly refreshing: Locator;
  readonly reload: Locator;
  readonly alert: Locator;
  readonly skeleton: Locator;
  readonly dialog: Locator;
  readonly nameToDelete: Locator;
  readonly confirmDelete: Locator;
  /** Offered where an endpoint was deleted here. */
  readonly requestAgain: Locator;

  constructor(readonly page: Page) {
    const panel = (name: string) => page.getByRole('region', { name, exact: true });
    this.state = panel('State');
    this.details = panel('Details');
    this.approvalRequest = panel('Approval request');
    this.decision = panel('Approve or reject');
    this.usedBy = panel('Used by');
    this.refreshed = this.item('Progress of the request', 'Refreshed');
    this.refresh = this.state.getByRole('button', { name: 'Refresh', exact: true });
    this.refreshing = this.state.getByRole('button', { name: 'Refreshing…' });
    this.reload = this.state.getByRole('button', { name: 'Reload' });
    this.alert = page.getByRole('main').getByRole('alert');
    this.skeleton = page.getByRole('status', { name: 'Loading the endpoint' });
    this.dialog = page.getByRole('dialog');
    this.nameToDelete = this.dialog.getByRole('textbox');
    this.confirmDelete = this.dialog.getByRole('button', { name: 'Delete endpoint' });
    this.requestAgain = page.getByRole('link', { name: 'Create again with the same details' });
  }

  async goto(name: string, query = '') {
    await this.page.goto(`${APP_PATH}/endpoints/${name}${query && `?${query}`}`);
  }

  /** The badge that tells the state in a word or two. */
  badge(label: string): Locator {
    // The network path has the same words.
    return this.state.locator('> div').first().getByText(label, { exact: true });
  }

  /** A node of the network path. */
  node(title: string): Locator {
    return this.item('Network path', title);
  }

  private item(list: string, title: string): Locator {
    return this.state
      .getByRole('list', { name: list })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** What Grafana's notice in the corner says when a change has ended. */
  notice(title: string): Locator {
    return this.page.locator('[data-testid^="data-testid Alert"]').filter({ hasText: title });
  }

  /** What a panel tells under a term. */
  fact(panel: Locator, term: string): Locator {
    return panel
      .locator('dl > div')
      .filter({ has: this.page.getByRole('term').getByText(term, { exact: true }) })
      .getByRole('definition');
  }

  /** Closes the dialog on top of the page. */
  async closeDialog() {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  action(name: string): Locator {
    return this.state
      .getByRole('button', { name, exact: true })
      .or(this.state.getByRole('link', { name, exact: true }));
  }

  /** Deletes a dead endpoint that nothing depends on; its new request opens when it is gone. */
  async deleteAndRequestAgain() {
    const name = 'Delete and request again';
    await this.action(name).click();
    await this.dialog.getByRole('button', { name }).click();
  }
}
