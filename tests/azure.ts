import { setTimeout } from 'node:timers/promises';
import { type Knobs } from '../dev/azure/knobs';

/** The stand-in's control routes, as tests turn them; see dev/azure/control. */
export class AzureControl {
  constructor(private readonly url: string) {}

  /** Everything as it was at the start: seed data, faults, clock, identities. */
  reset = () => this.call('POST', '/reset');

  /** Switches a fault on; by default for the next matching request only (dev/azure/faults.ts). */
  addFault = (fault: Fault) => this.call('POST', '/faults', fault);

  clearFaults = () => this.call('DELETE', '/faults');

  advanceClock = (seconds: number) => this.call('POST', '/clock/advance', { seconds });

  /** Turns knobs of the stand-in (dev/azure/knobs.ts). */
  turn = (knobs: Partial<Knobs>) => this.call('PATCH', '/knobs', knobs);

  /** The next operation of this kind fails with this code and message. */
  failNext = (kind: 'create' | 'update' | 'delete' | 'refresh', code: string, message: string) =>
    this.call('POST', '/operations/fail-next', { kind, code, message });

  /** Someone else writes to the workspace for so long. */
  keepBusy = (workspace: string, seconds: number) => this.call('POST', `/workspaces/${workspace}/busy`, { seconds });

  /** Someone else has refreshed the workspace: no decision of the demonstration waits to be applied any more. */
  refreshed = (workspace: string) => this.call('POST', `/workspaces/${workspace}/refreshed`);

  /** No token that was handed out so far is good any more. */
  revokeTokens = () => this.call('POST', '/tokens/revoke');

  /** Takes all rights from an identity. */
  revoke = (clientId: string) => this.call('PUT', `/identities/${clientId}/assignments`, []);

  /** Gives an identity these actions on a scope, and no others. */
  grant = (clientId: string, scope: string, actions: string[]) =>
    this.call('PUT', `/identities/${clientId}/assignments`, [{ scope, actions }]);

  changeWorkspace = (workspace: string, change: object) => this.call('PATCH', `/workspaces/${workspace}`, change);

  /** How many requests Resource Manager got, or another host. `path` is a regular expression. */
  async count(filter: { host?: 'grafana'; method?: string; path?: string } = {}): Promise<number> {
    const query = new URLSearchParams({ host: 'resourceManager', ...filter }).toString();
    return ((await this.call('GET', `/requests?${query}`)) as { count: number }).count;
  }

  /** How many operations run in Azure. */
  async running(): Promise<number> {
    return (await this.operations()).length;
  }

  /** How many of them the plugin has asked about. */
  async watched(): Promise<number> {
    const asked = (await this.operations()).map(({ id }) =>
      this.count({ method: 'GET', path: id.replaceAll('*', '.') })
    );
    return (await Promise.all(asked)).filter((count) => count > 0).length;
  }

  private async operations(): Promise<Array<{ id: string }>> {
    return ((await this.call('GET', '/operations')) as { running: Array<{ id: string }> }).running;
  }

  forgetRequests = () => this.call('DELETE', '/requests');

  /** The owner of an endpoint's target decides; `words` take the place of the request message there. */
  decide = (workspace: string, endpoint: string, status: 'Approved' | 'Rejected', words: string) =>
    this.call('PUT', `/workspaces/${workspace}/endpoints/${endpoint}/connection`, { status, description: words });

  /** The owner of an endpoint's target removes its connection. */
  disconnect = (workspace: string, endpoint: string) =>
    this.call('DELETE', `/workspaces/${workspace}/endpoints/${endpoint}/connection`);

  /** Merges properties over what Resource Manager answers for an endpoint. */
  overrideEndpoint = (workspace: string, endpoint: string, raw: object) =>
    this.call('PUT', `/workspaces/${workspace}/endpoints/${endpoint}/raw`, raw);

  /** Adds data sources to the workspace's Grafana, by the bodies of Grafana's API; `readOnly` makes provisioned ones. */
  addDataSources = (bodies: object[]) => this.call('POST', '/data-sources', bodies);

  /** A page of the resource owner, by what follows its address. */
  ownerUrl = (rest: string) => `${this.url}/owner${rest}`;

  /** Origin of the workspace's own Grafana. */
  async grafanaUrl(): Promise<string> {
    return ((await this.call('GET', '/health')) as { urls: { grafana: string } }).urls.grafana;
  }

  private async idle(): Promise<number> {
    return ((await this.call('GET', '/requests?path=^$')) as { idle: number }).idle;
  }

  async call(method: string, path: string, body?: object): Promise<unknown> {
    // One read of the backend serves all who ask within two seconds: so long what is changed here may show as it was.
    // Pages ask again for what time alone changes.
    const old = method !== 'GET' && !/^\/(reset|requests|clock)/.test(path) ? 2_100 - (await this.idle()) : 0;
    const response = await fetch(this.url + path, {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} of the stand-in: ${response.status} ${text}`);
    }
    if (old > 0) {
      await setTimeout(old);
    }
    return text ? JSON.parse(text) : undefined;
  }
}

export interface Fault {
  host?: 'resourceManager' | 'entra' | 'grafana' | 'managedIdentity' | '*';
  method?: string;
  /** A regular expression. */
  path?: string;
  /** 0: until it is cleared. */
  times?: number;
  skip?: number;
  when?: 'before' | 'after';
  effect:
    | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
    | { kind: 'reset' | 'brokenJson' | 'truncated' | 'nulls' | 'oddCasing' }
    | { kind: 'delay'; milliseconds: number }
    | { kind: 'huge'; bytes: number };
}
