export type Host = 'resourceManager' | 'entra' | 'grafana' | 'managedIdentity';

export interface LoggedRequest {
  /** RFC 3339, the stand-in's time. */
  at: string;
  host: Host;
  method: string;
  path: string;
  query: string;
  /** The HTTP status that went out; 0 when the connection was cut. */
  status: number;
}

export interface RequestFilter {
  host?: string;
  method?: string;
  /** A regular expression on the path, without regard to case. */
  path?: string;
}

const limit = 50_000;

/** Remembers what was asked, so that tests can count calls. Neither headers nor bodies are kept. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private addedAt = 0;

  add(entry: LoggedRequest): void {
    if (this.entries.length >= limit) {
      this.entries.shift();
    }
    this.entries.push(entry);
    this.addedAt = Date.now();
  }

  /** For how long nothing was asked, in milliseconds of real time. */
  idle(): number {
    return Date.now() - this.addedAt;
  }

  find({ host, method, path }: RequestFilter): LoggedRequest[] {
    const pattern = path ? new RegExp(path, 'i') : undefined;
    return this.entries.filter(
      (entry) =>
        (!host || entry.host === host) &&
        (!method || entry.method === method.toUpperCase()) &&
        (!pattern || pattern.test(entry.path))
    );
  }

  clear(): void {
    this.entries = [];
  }
}
