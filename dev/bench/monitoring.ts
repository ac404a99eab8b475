import path from 'node:path';

import { rawRequest } from '../azure/testing/rawRequest';
import { backendBinary, readManifest } from '../preview/manifest';
import { root } from '../tasks/paths';
import { type Figure, measured } from './figure';
import { runHarness } from './harness';
import { program } from './programs';
import { type Upstream } from './startUpstream';
import { median, medianRatio } from './statistics';
import { appSettings, monitored } from './workspaces';

const panels = 50;
const rules = 20;
/** Each panel and rule asks once a minute, for two minutes. In milliseconds. */
const pause = 60_000;
const span = 120_000;

/** What the data source costs: a query from memory, and a wall of panels and rules over ten workspaces, with the automatic refresh. */
export async function measureMonitoring(upstream: Upstream, quick: boolean): Promise<Figure[]> {
  const dist = path.join(root, 'dist');
  const manifest = await readManifest(dist);
  const plugins = {
    product: {
      binary: backendBinary(dist, manifest.executable ?? ''),
      environment: [`SSL_CERT_FILE=${upstream.caFile}`],
    },
    empty: { binary: program('emptyplugin'), environment: [] },
  };
  const call = (automaticRefresh: string, queryType: string) => ({
    ...{ path: '', query: '', updated: 1 },
    ...sourceSettings(automaticRefresh),
    grafanaConfig: { GFAZPL_AZURE_CLOUDS_CONFIG: upstream.cloudsConfig },
    ask: { queryType },
  });
  const { timings } = await runHarness<'product' | 'empty'>({
    plugins,
    rounds: quick ? 7 : 41,
    milliseconds: 250,
    timings: {
      query: [
        { plugin: 'product', calls: [call('off', 'endpoints')] },
        { plugin: 'empty', calls: [call('off', 'endpoints')] },
      ],
    },
  });
  const before = await callsSoFar(upstream);
  const listsBefore = await callsSoFar(upstream, 'managedPrivateEndpoints');
  const { followings } = await runHarness<'product'>({
    plugins: { product: plugins.product },
    followings: [
      {
        plugin: 'product',
        calls: ['endpoints', 'counts', 'condition'].map((queryType) => call('decided', queryType)),
        wanted: 'monitored-9',
        tabs: panels + rules,
        ...{ pause, span },
      },
    ],
  });
  const calls = (await callsSoFar(upstream)) - before;
  const lists = (await callsSoFar(upstream, 'managedPrivateEndpoints')) - listsBefore;
  const minutes = span / 60_000;
  const [ours, bare] = timings.query ?? [];
  const ms = (times: number[] = []) => `${median(times).toFixed(2)} ms`;
  return [
    {
      part: 'Monitoring',
      what: 'query of 1,000 endpoints from memory: time against a bare frame of the same size',
      value: medianRatio(ours?.milliseconds ?? [], bare?.milliseconds ?? []),
      unit: 'times',
      budget: measured(2),
      detail: `${ms(ours?.milliseconds)} against ${ms(bare?.milliseconds)}`,
    },
    {
      part: 'Monitoring',
      what: `${panels} panels and ${rules} rules over ${monitored.length} workspaces: calls of Azure a minute`,
      value: calls / minutes,
      unit: 'calls',
      budget: measured(300),
      detail: `${lists / minutes} lists for ${(panels + rules) * monitored.length} reads of a workspace, and ${(calls - lists) / minutes} targets of pending requests`,
    },
    {
      part: 'Monitoring',
      what: 'the same: resident memory',
      value: ((followings[0] ?? NaN) * 1024) / 1e6,
      unit: 'MB',
      budget: measured(64),
      detail: `${monitored.length} workspaces of ${monitored[0]?.size ?? 0} endpoints`,
    },
  ];
}

function sourceSettings(automaticRefresh: string) {
  const [first] = monitored;
  if (!first) {
    throw new Error('no workspace');
  }
  const { jsonData, secureJsonData } = appSettings(first);
  const { azureCredentials } = jsonData;
  return {
    jsonData: { azureCredentials, automaticRefresh, workspaces: monitored.map(({ id }) => id) },
    secureJsonData,
  };
}

/** @param of a part of the path; all where it is left out */
async function callsSoFar(upstream: Upstream, of = '/'): Promise<number> {
  return Number((await rawRequest(upstream, `${upstream.origin}/count?of=${of}`)).text);
}
