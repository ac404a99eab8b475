/** The stand-in's control routes, as tests turn them; see dev/azure/control. */
export class AzureControl {
  constructor(private readonly url: string) {}

  /** Everything as it was at the start: seed data, faults, clock, identities. */
  reset = () => this.call('POST', '/reset');

  /** Switches a fault on; by default for the next matching request only (dev/azure/faults.ts). */
  addFault = (fault: Fault) => this.call('POST', '/faults', fault);

  clearFaults = () => this.call('DELETE', '/faults');

  advanceClock = (seconds: number) => this.call('POST', '/clock/advance', { seconds });

  /** Merges properties over what Resource Manager answers for an endpoint. */
  overrideEndpoint = (workspace: string, endpoint: string, raw: object) =>
    this.call('PUT', `/workspaces/${workspace}/endpoints/${endpoint}/raw`, raw);

  async call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path} of the stand-in: ${response.status} ${text}`);
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
