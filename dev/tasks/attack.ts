import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type z } from 'zod';

import { fuzzedCalls, matrix, type Seen, wrongDecisions } from '../attack/calls';
import { flood, inParallel, type MemoryUse, memoryDuring } from '../attack/memory';
import { Judge, people, readRoutes } from '../attack/rules';
import { type faultSchema } from '../azure/faults';
import { type RawCall, startBackend, type TestBackend } from '../faults/backend';
import { root } from './paths';
import { runTask } from './runTask';

const usage = 'Usage: npm run attack -- [--calls <fuzzed calls>] [--seed <number>]';
/** How often the memory from before the backend may have at its peak. Of Azure's answers eight are read at once, each up to a limit. */
const mostMemory = { own: 4, answers: 12 };
/** What 50 clients may cost Azure, against one that reads every five seconds: a read counts for two. */
const mostCalls = 3;

type Effect = z.input<typeof faultSchema>['effect'];
const effects: Effect[] = [
  { kind: 'reset' },
  { kind: 'brokenJson' },
  { kind: 'truncated' },
  { kind: 'nulls' },
  { kind: 'oddCasing' },
  { kind: 'huge', bytes: 50_000_000 },
  ...[200, 302, 400, 404, 409, 412, 418, 500, 503].map((status) => ({
    kind: 'status' as const,
    status,
    headers: { Location: 'https://evil.invalid/', 'Retry-After': '1' },
    body: { error: { code: '\u202eevil', message: '<script>'.repeat(50) } },
  })),
  // A refused identity is remembered for a while.
  { kind: 'status', status: 401 },
];

/**
 * `npm run attack`: what someone may try against the backend, bounded in count and time: all roles on all routes, fuzzed
 * calls, hostile answers of Azure, large bodies, and many clients. It starts the backend and the stand-in that it attacks,
 * takes no other target, and fails when a rule is broken.
 */
runTask(async () => {
  const { values } = parseArgs({
    options: { calls: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } },
  });
  const [calls, seed] = [Number(values.calls), Number(values.seed)];
  if (!(calls > 0 && calls <= 200_000 && Number.isInteger(seed))) {
    throw new Error(usage);
  }
  const routes = readRoutes(await readFile(path.join(root, 'pkg', 'plugin', 'routes.go'), 'utf8'));
  const backend = await startBackend();
  try {
    await backend.control.turn({ operationSeconds: 0, dialTimeoutSeconds: 0.2 });
    const judge = new Judge(backend);
    const pid = backend.pid();
    const part = async (name: string, act: () => Promise<unknown>, most = mostMemory.own) => {
      const [before, start] = [judge.sent, performance.now()];
      const memory = await memoryDuring(backend, act);
      const seconds = Math.round((performance.now() - start) / 1000);
      report(judge, name, `${judge.sent - before} calls, ${seconds} s`, memory, most);
    };

    await part('Roles on routes', () => tryRoles(judge, routes));
    await part(`Fuzzed calls (seed ${seed})`, async () => {
      const made = fuzzedCalls(routes, seed, calls);
      await inParallel(made.length, 20, (i) => judge.send(made[i] as (typeof made)[number]));
    });
    await backend.control.reset();
    await part('Hostile answers of Azure', () => tryAnswers(judge, routes), mostMemory.answers);
    report(judge, 'Bodies of 15 MB, 40 in all, 20 at a time', '', await flood(backend));
    const perMinute: number[] = [];
    for (const clients of [1, 10, 50]) {
      const memory = await memoryDuring(backend, async () => perMinute.push(await soak(backend, judge, clients)));
      report(judge, `${clients} clients that list and follow`, `${perMinute.at(-1)} calls of Azure a minute`, memory);
    }
    if ((perMinute[2] ?? NaN) > mostCalls * (perMinute[0] ?? NaN)) {
      judge.note(`50 clients cost Azure more than ${mostCalls} times what one costs`);
    }
    if (backend.pid() !== pid) {
      judge.note('The backend’s process ended meanwhile');
    }
    if (/panic|goroutine \d+ \[/.test(backend.log())) {
      judge.note('A panic in the log');
    }
    const others = [await tryReaders(routes, seed), await tryApprovals(routes, seed)];
    console.log(`${others.reduce((sum, { sent }) => sum + sent, judge.sent)} calls in all.`);
    const broken = [judge, ...others].flatMap((one) => one.broken);
    if (broken.length > 0) {
      throw new Error(`Broken ${broken.length} times:\n${[...new Set(broken)].slice(0, 40).join('\n')}`);
    }
  } finally {
    await backend.close();
  }
});

/** The same roles where the operator lets Editors and Viewers see states, also while Azure says more than it should. */
async function tryReaders(routes: ReturnType<typeof readRoutes>, seed: number): Promise<Judge> {
  const backend = await startBackend({ pluginIni: { read_only_view: 'true' } });
  try {
    const judge = new Judge(backend, true);
    const read = (login: 'editor' | 'viewer', i: number) =>
      judge.send({ login, method: 'GET', route: `states?asked=${i}` });
    const memory = await memoryDuring(backend, async () => {
      await tryRoles(judge, routes);
      const made = fuzzedCalls([{ method: 'GET', path: 'states' }, ...routes], seed, 1_000);
      await inParallel(made.length, 20, (i) => judge.send(made[i] as (typeof made)[number]));
      const [start, before] = [performance.now(), (await backend.control.requests()).count];
      await inParallel(500, 20, (i) => read(i % 2 ? 'editor' : 'viewer', i));
      const { count } = await backend.control.requests();
      const reads = Math.ceil((performance.now() - start) / 1000);
      // The list has one page here, and is read every three seconds at most; signing in may come before it.
      if (count - before > 5 + reads) {
        judge.note(`Readers cost Azure ${count - before} calls`);
      }
    });
    for (const effect of effects) {
      // A new process has read nothing yet.
      await backend.restart();
      await backend.control.fault({ host: 'resourceManager', times: 0, effect });
      await read('viewer', 0);
      await backend.control.call('DELETE', '/faults');
    }
    report(judge, 'Readers, where the operator allows them', `${judge.sent} calls`, memory);
    return judge;
  } finally {
    await backend.close();
  }
}

/** Decisions where operator and admin want them: by the wrong people, on what wasn't seen, and while Azure answers badly. */
async function tryApprovals(routes: ReturnType<typeof readRoutes>, seed: number): Promise<Judge> {
  const backend = await startBackend({ pluginIni: { approve_requests: 'true' } });
  try {
    await backend.control.turn({ operationSeconds: 0, dialTimeoutSeconds: 0.2 });
    const judge = new Judge(backend);
    const headers = { 'Content-Type': 'application/json' };
    const route = 'endpoints/fleet-citus/approval';
    const post = (login: RawCall['login'], body: object, to = route) =>
      judge.send({ login, method: 'POST', route: to, headers, body: Buffer.from(JSON.stringify(body)) });
    const seen = async (name: string) =>
      (await backend.ask('GET', `endpoints/${name}/approval`)).body as unknown as Seen;
    const [ours, others] = [await seen('fleet-citus'), [await seen('tempo-aks'), await seen('metrics-platform')]];
    const memory = await memoryDuring(backend, async () => {
      await tryRoles(judge, routes);
      for (const login of people.filter((one) => one !== 'admin')) {
        await post(login, { ...ours, decision: 'approve', comment: 'Fine' });
      }
      const wrong = wrongDecisions(ours, others);
      await inParallel(wrong.length, 8, async (i) => {
        const status = await post('admin', wrong[i] as object);
        if (status < 400 || status >= 500) {
          judge.note(`A decision that doesn’t fit: ${status} for ${JSON.stringify(wrong[i]).slice(0, 200)}`);
        }
      });
      const made = fuzzedCalls(
        routes.filter(({ path }) => path.endsWith('/approval')),
        seed,
        1_000
      );
      await inParallel(made.length, 20, (i) => judge.send(made[i] as (typeof made)[number]));
    });
    // While reads are answered badly; what is written then was read well.
    for (const effect of effects) {
      await backend.restart();
      await backend.control.fault({ host: 'resourceManager', method: 'GET', times: 0, effect });
      await judge.send({ login: 'admin', method: 'GET', route: `${route}?asked=1` });
      const status = await post('admin', { ...ours, decision: 'approve', comment: '' });
      if (status < 300 && effect.kind !== 'oddCasing') {
        judge.note(`Approved while Azure answered with ${effect.kind}`);
      }
      await backend.control.call('DELETE', '/faults');
    }
    const { requests } = await backend.control.requests({ method: 'PUT', path: 'privateEndpointConnections' });
    if (requests.some(({ path }) => !path.includes('contoso-fleet'))) {
      judge.note('A connection was written that nobody decided on');
    }
    report(judge, 'Approvals, where they are on', `${judge.sent} calls`, memory);
    return judge;
  } finally {
    await backend.close();
  }
}

function report(judge: Judge, name: string, what: string, memory: MemoryUse, most = mostMemory.own): void {
  const { before, peak, after } = memory;
  const MB = (value: number) => `${value.toFixed(0)} MB`;
  console.log(`${name.padEnd(42)} ${what.padEnd(36)} memory ${MB(before)} → ${MB(peak)} → ${MB(after)}`);
  if (peak > most * before) {
    judge.note(`${name}: memory grew from ${MB(before)} to ${MB(peak)}`);
  }
}

async function tryRoles(judge: Judge, routes: ReturnType<typeof readRoutes>): Promise<void> {
  const calls = matrix(routes);
  await inParallel(calls.length, 20, async (i) => {
    const call = calls[i] as (typeof calls)[number];
    const status = await judge.send(call);
    if (call.login === 'admin' && status !== 404 && status !== 405) {
      judge.note(`${call.method} ${call.route}: ${status}, though no such route exists`);
    }
  });
}

/** Each effect on each host while everything is read. */
async function tryAnswers(judge: Judge, routes: ReturnType<typeof readRoutes>): Promise<void> {
  const reads = routes.filter(({ method }) => method === 'GET');
  for (const host of ['grafana', 'resourceManager', 'entra'] as const) {
    for (const [i, effect] of effects.entries()) {
      await judge.backend.control.fault({ host, times: 0, effect });
      await inParallel(reads.length, 8, (n) => {
        const route = reads[n]?.path.replace('{name}', 'loki-aks').replace('{uid}', 'shop-metrics') ?? '';
        return judge.send({ login: 'admin', method: 'GET', route: `${route}?asked=${host}-${i}` });
      });
      await judge.backend.control.call('DELETE', '/faults');
    }
  }
}

/** What clients cost Azure in a minute that list every five seconds and follow every eight, as pages do. */
async function soak(backend: TestBackend, judge: Judge, clients: number): Promise<number> {
  const seconds = 16;
  const { count: before } = await backend.control.requests();
  const every = async (pause: number, client: number, ask: () => Promise<unknown>) => {
    await setTimeout((client / clients) * pause);
    for (let at = 0; at < seconds * 1000; at += pause) {
      await Promise.all([ask(), setTimeout(pause)]);
    }
  };
  const headers = { 'Content-Type': 'application/json' };
  const list = () => judge.send({ login: 'admin', method: 'GET', route: 'endpoints' });
  const follow = () =>
    judge.send({ login: 'admin', method: 'POST', route: 'follow', headers, body: Buffer.from('{}') });
  await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      Promise.all([every(5_000, client, list), every(8_000, client, follow)])
    )
  );
  const { count } = await backend.control.requests();
  return Math.round(((count - before) * 60) / seconds);
}
