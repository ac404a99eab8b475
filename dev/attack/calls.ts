import fc from 'fast-check';

import { type RawCall } from '../faults/backend';
import { people } from './rules';

const json = { 'Content-Type': 'application/json' };
const methods = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'get', ''];
const noRoutes = ['', '.', '..', 'endpoints/', 'endpoints/a/b', 'subscriptions', 'datasources/proxy/1', 'Endpoints'];

interface Route {
  method: string;
  path: string;
}

/** Every path with every method for everyone; what the table has isn't tried as an admin. */
export function matrix(routes: readonly Route[]): RawCall[] {
  const paths = new Set([...routes.map(({ path }) => path), ...noRoutes]);
  const call = (login: RawCall['login'], method: string, path: string) => ({
    ...{ login, method, route: path.replace(/\{\w+\}/, 'attack-probe'), headers: json, body: Buffer.from('{}') },
  });
  const exists = (method: string, path: string) => routes.some((one) => one.path === path && one.method === method);
  return [...paths].flatMap((path) =>
    methods.flatMap((method) =>
      people.filter((login) => login !== 'admin' || !exists(method, path)).map((login) => call(login, method, path))
    )
  );
}

const odd = ".. %2e%2e %00 loki-aks LOKI-AKS {name} 'or'1=1 \u202eevil %E0%A4%A __proto__ \"><script>".split(' ');
const text = fc.oneof(fc.constantFrom(...odd, 'a'.repeat(10_000)), fc.string({ unit: 'binary', maxLength: 40 }));
const keys = fc.constantFrom(
  ...'name targetId createdAt tags domainName wanted seen endpoint host port scheme receipt kind'.split(' '),
  ...'statusPath first type version requestMessage subResources connectionId decision comment __proto__ \ud800'.split(
    ' '
  )
);
const { object } = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, text, fc.double(), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 5 }),
  object: fc.dictionary(keys, tie('any'), { maxKeys: 8 }),
}));
const broken = ['', '{', '[]', '{} {}', `{"a":${'['.repeat(20_000)}`, `"${'a'.repeat(70_000)}"`];
const body = fc.oneof(
  object.map((made) => Buffer.from(JSON.stringify(made))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constantFrom(...broken).map((made) => Buffer.from(made))
);
const headerNames = ['Content-Type', 'Authorization', 'Cookie', 'X-Grafana-User', 'X-HTTP-Method-Override'];
const headers = fc.oneof(fc.constant(json), fc.dictionary(fc.constantFrom(...headerNames), text));

/** Decisions on requests, each with something in it that doesn't fit what was seen. */
export function wrongDecisions(seen: Seen, others: readonly Seen[]): object[] {
  const right = { ...seen, decision: 'approve', comment: 'Fine' };
  const other = (member: keyof Seen) => others.map((one) => ({ ...right, [member]: one[member] }));
  return [
    ...other('createdAt'),
    ...other('connectionId'),
    ...odd.flatMap((text) => [
      { ...right, connectionId: text },
      { ...right, createdAt: text },
      { ...right, decision: text },
    ]),
    { ...right, connectionId: `${seen.connectionId}/../other` },
    { ...right, connectionId: seen.connectionId.replace(/\/[^/]+$/, '/other') },
    { ...right, connectionId: seen.connectionId.replace('privateEndpointConnections', 'firewallRules') },
    { ...right, comment: 'MPE-0000-0000' },
    { ...right, comment: 'a\u202eb' },
    { ...right, comment: 'a'.repeat(200) },
    { ...right, decision: 'reject', comment: '' },
    { ...right, targetId: seen.connectionId },
    { ...right, force: true },
  ];
}

/** What someone was shown of a request. */
export interface Seen {
  createdAt: string;
  connectionId: string;
}

/** Calls that nobody would send in good faith, the same ones for the same seed. */
export function fuzzedCalls(routes: readonly Route[], seed: number, count: number): RawCall[] {
  const login = fc.constantFrom(...people, 'admin' as const);
  const call = fc
    .record({ login, route: fc.constantFrom(...routes), name: text, query: fc.option(text), headers, body })
    .map(({ route, name, query, ...rest }) => ({
      ...rest,
      method: route.method,
      route:
        route.path.replace(/\{\w+\}/, () => encodeURIComponent(name)) +
        (query === null ? '' : `?id=${encodeURIComponent(query)}&kind=${query}`),
    }));
  return fc.sample(call, { seed, numRuns: count });
}
