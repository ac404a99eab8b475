/**
 * Where the host stands in an address. Filling in replaces these characters and touches no others, so scheme, port,
 * path and everything else stay by construction.
 */
export interface HostSpan {
  start: number;
  end: number;
  /** As written; an IPv6 address without its brackets. */
  host: string;
  /** '' when the address names none. */
  port: string;
  /** Lower case without "://"; '' when the address names none. */
  scheme: string;
}

/** The ways in which data sources write an address. */
export type AddressShape = 'url' | 'hostPort' | 'mssql' | 'host' | 'connectionString';

const reader: Record<AddressShape, (text: string) => HostSpan | undefined> = {
  url: (text) => authoritySpan(text, /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)),
  // A scheme makes the driver fail to read the port, so it isn't an address that works.
  hostPort: (text) => (text.includes('://') || text.startsWith('/') ? undefined : authoritySpan(text, null)),
  mssql: mssqlSpan,
  host: (text) => (/^(\[.*\]|[^:/]*)$/.test(text) ? authoritySpan(text, null) : undefined),
  connectionString: connectionStringSpan,
};

/** Finds the host in an address; undefined when it can't be told for sure: then the address is shown, not written. */
export function findHost(shape: AddressShape, text: string): HostSpan | undefined {
  return reader[shape](text);
}

/** Writes another host into an address. Gives the text back unchanged when the host is the same. */
export function replaceHost(text: string, span: HostSpan, host: string): string {
  return `${text.slice(0, span.start)}${bracketed(host)}${text.slice(span.end)}`;
}

const hostPattern = /^(?:\[[0-9a-f:.%]+\]|[a-z0-9_](?:[a-z0-9._-]*))$/i;

// [user[:password]@]host[:port], up to a path, query or fragment.
function authoritySpan(text: string, scheme: RegExpExecArray | null): HostSpan | undefined {
  const from = scheme?.[0].length ?? 0;
  const until = text.slice(from).search(/[/?#\\]/);
  const authority = until < 0 ? text.slice(from) : text.slice(from, from + until);
  const start = from + authority.lastIndexOf('@') + 1;
  const [, written = '', port = ''] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(text.slice(start, from + authority.length)) ?? [];
  return hostPattern.test(written) ? span(start, written, port, scheme?.[1] ?? '') : undefined;
}

// host[\instance][:port][;option=value…], as the driver of Grafana's data source reads it.
function mssqlSpan(text: string): HostSpan | undefined {
  const [, host = '', port = ''] = /^([^\\:;,]*)(?:\\[^:;]*)?(?::(\d+))?(?:;.*)?$/s.exec(text) ?? [];
  return hostPattern.test(host) ? span(0, host, port, '') : undefined;
}

// scheme://[user:password@]host[:port][/…]; with several hosts there is no one host to replace.
function connectionStringSpan(text: string): HostSpan | undefined {
  const scheme = /^(mongodb(?:\+srv)?):\/\//i.exec(text);
  return scheme ? authoritySpan(text, scheme) : undefined;
}

function span(start: number, written: string, port: string, scheme: string): HostSpan {
  const host = written.startsWith('[') ? written.slice(1, -1) : written;
  return { start, end: start + written.length, host, port, scheme: scheme.toLowerCase() };
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
