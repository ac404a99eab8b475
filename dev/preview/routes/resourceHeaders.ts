/** Headers of a plugin call, each with its values. */
export type HeaderLists = Record<string, { values: string[] }>;

/** What belongs to one connection, or to the plugin itself: never passed on, in either direction. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
];

/** What Grafana keeps from a plugin (12.4 pkg/util/proxyutil, pkg/plugins/manager/client): the caller's credentials above all. */
const neverToPlugin = [
  ...hopByHop,
  'authorization',
  'cookie',
  'host',
  'origin',
  'referer',
  'x-access-token',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-grafana-device-id',
  'x-grafana-id',
];

/** The request headers that reach the plugin, named in Go's canonical form. */
export function headersForPlugin(headers: Headers, clientAddress: string): HeaderLists {
  const named = (headers.get('connection') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const passed: HeaderLists = {};
  headers.forEach((value, name) => {
    if (!neverToPlugin.includes(name) && !named.includes(name)) {
      passed[canonical(name)] = { values: [value] };
    }
  });
  passed['X-Grafana-Referer'] = { values: [headers.get('referer') ?? ''] };
  const before = headers.get('x-forwarded-for');
  passed['X-Forwarded-For'] = { values: [before ? `${before}, ${clientAddress}` : clientAddress] };
  return passed;
}

/** The answer's headers that reach the browser: a plugin's answer is always sandboxed, and JSON unless it says otherwise. */
export function headersForBrowser(headers: HeaderLists, status: number): Headers {
  const passed = new Headers();
  for (const [name, { values }] of Object.entries(headers)) {
    if (!hopByHop.includes(name.toLowerCase())) {
      values.forEach((value) => passed.append(name, value));
    }
  }
  if (!passed.has('Content-Type') && status !== 204) {
    passed.set('Content-Type', 'application/json');
  }
  passed.set('Content-Security-Policy', 'sandbox');
  return passed;
}

function canonical(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
