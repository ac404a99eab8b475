import path from 'node:path';

import { backendBinary, readManifest } from '../preview/manifest';
import { root } from '../tasks/paths';
import { type Figure, goal, measured } from './figure';
import { type Contestant, type Measurements, runHarness } from './harness';
import { program } from './programs';
import { listPages } from './recordAnswers';
import { type Upstream } from './startUpstream';
import { median, medianRatio } from './statistics';
import { type BenchWorkspace, appSettings, workspaces } from './workspaces';

type Plugin = 'product' | 'proxy' | 'empty';

const timed = [
  { name: 'list of 100', workspace: workspaces.hundred, budget: goal(1.3) },
  { name: 'list of 100, Azure 20 ms away', workspace: workspaces.distant, budget: undefined },
  { name: 'list of 1,000', workspace: workspaces.thousand, budget: undefined },
];

/** Time, bytes and memory of the list route, through the plugin protocol. */
export async function measureBackend(upstream: Upstream, quick: boolean): Promise<Figure[]> {
  const dist = path.join(root, 'dist');
  const manifest = await readManifest(dist);
  const trust = `SSL_CERT_FILE=${upstream.caFile}`;
  const memoryCalls = quick ? 2_000 : 10_000;
  const list = product(upstream, workspaces.hundred);
  const measurements = await runHarness<Plugin>({
    plugins: {
      product: { binary: backendBinary(dist, manifest.executable ?? ''), environment: [trust] },
      proxy: { binary: program('proxyplugin'), environment: [trust, `UPSTREAM=${upstream.origin}`] },
      empty: { binary: program('emptyplugin'), environment: [] },
    },
    rounds: quick ? 7 : 41,
    milliseconds: 250,
    timings: Object.fromEntries(
      timed.map(({ name, workspace }) => [name, [product(upstream, workspace), proxy(workspace)]])
    ),
    memoryCalls,
    memory: [list, { ...list, plugin: 'empty' }, proxy(workspaces.hundred)],
  });
  return [...timeFigures(measurements), ...memoryFigures(measurements, memoryCalls)];
}

function product(upstream: Upstream, workspace: BenchWorkspace): Contestant<Plugin> {
  const grafanaConfig = { GFAZPL_AZURE_CLOUDS_CONFIG: upstream.cloudsConfig };
  const call = {
    path: 'endpoints',
    query: '',
    updated: updatedOf(workspace),
    ...appSettings(workspace),
    grafanaConfig,
  };
  return { plugin: 'product', calls: [call] };
}

/** Settings that differ need a time that differs: the SDK keeps an instance for each. */
const updatedOf = (workspace: BenchWorkspace) => 1 + Object.values(workspaces).indexOf(workspace);

/** Through a proxy the browser would read page after page itself. */
function proxy(workspace: BenchWorkspace): Contestant<Plugin> {
  const calls = listPages(workspace).map((address) => {
    const [pathname = '', query = ''] = address.slice(1).split('?');
    return { path: pathname, query, updated: 0, jsonData: {}, secureJsonData: {}, grafanaConfig: {} };
  });
  return { plugin: 'proxy', calls };
}

function timeFigures({ timings }: Measurements): Figure[] {
  return timed.flatMap(({ name, workspace, budget }) => {
    const [ours, theirs] = timings[name] ?? [];
    if (!ours || !theirs) {
      return [];
    }
    const ms = (times: number[]) => `${median(times).toFixed(2)} ms`;
    const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
    const common = { part: 'Backend', unit: 'times' } as const;
    const time: Figure = {
      ...common,
      what: `${name}: time against a bare reverse proxy`,
      value: medianRatio(ours.milliseconds, theirs.milliseconds),
      budget,
      detail: `${ms(ours.milliseconds)} against ${ms(theirs.milliseconds)}`,
    };
    const bytes: Figure = {
      ...common,
      what: `${name}: bytes against a bare reverse proxy`,
      value: ours.bytes / theirs.bytes,
      detail: `${kB(ours.bytes)} against ${kB(theirs.bytes)}`,
    };
    return workspace === workspaces.distant ? [time] : [time, bytes];
  });
}

function memoryFigures({ memory }: Measurements, calls: number): Figure[] {
  const [ours, empty, theirs] = memory.map(({ kilobytes }) => ({
    // Memory goes up and down with each garbage collection: the middle of the last tenth of the calls.
    half: median(kilobytes.slice(40, 50)),
    end: median(kilobytes.slice(90)),
  }));
  if (!ours || !empty || !theirs) {
    return [];
  }
  const MB = (kilobytes: number) => `${((kilobytes * 1024) / 1e6).toFixed(1)} MB`;
  const common = { part: 'Backend', unit: 'times' } as const;
  const after = `after ${calls.toLocaleString('en-US')} calls`;
  return [
    {
      ...common,
      what: `resident memory ${after} against an empty plugin`,
      value: ours.end / empty.end,
      budget: measured(1.5),
      detail: `${MB(ours.end)} against ${MB(empty.end)}; a bare reverse proxy: ${MB(theirs.end)}`,
    },
    {
      ...common,
      what: `resident memory ${after} against half as many`,
      value: ours.end / ours.half,
      budget: { limit: 1.05, failsAbove: 1.25 },
      detail: `${MB(ours.end)} against ${MB(ours.half)}`,
    },
  ];
}
