import { type APIRequestContext, expect } from '@playwright/test';

/** What only the preview can be asked for; see dev/preview/routes/control.ts. */
export class PreviewControl {
  constructor(private readonly request: APIRequestContext) {}

  /** Settings, data sources and rights as they were at the start. */
  reset = () => this.send('post', '/preview/reset');

  /** Adds data sources by the bodies of Grafana's API; `readOnly` makes provisioned ones. */
  addDataSources = (bodies: object[]) => this.send('post', '/preview/data-sources', bodies);

  /** Takes RBAC actions from someone, whatever the role grants. */
  takeRights = (login: string, without: string[]) => this.send('patch', `/preview/users/${login}`, { without });

  /** Ends the plugin's backend; the preview starts it again within a second, as Grafana does. */
  killBackend = () => this.send('post', '/preview/backend/kill');

  private async send(method: 'post' | 'patch', path: string, data?: object): Promise<void> {
    expect((await this.request[method](path, { data })).ok()).toBe(true);
  }
}
