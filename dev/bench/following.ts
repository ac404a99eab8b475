import path from 'node:path';

import { rawRequest } from '../azure/testing/rawRequest';
import { backendBinary, readManifest } from '../preview/manifest';
import { root } from '../tasks/paths';
import { type Figure, hard } from './figure';
import { runHarness } from './harness';
import { type Upstream } from './startUpstream';
import { appSettings, type BenchWorkspace, followed } from './workspaces';

// In milliseconds: as pages do it (src/data/useFollow.ts), for as long as several reads of the target take.
const pause = 8_000;
const span = 40_000;

/** What it costs Azure when many tabs follow a request that waits, through the plugin protocol. */
export async function measureFollowing(upstream: Upstream): Promise<Figure[]> {
  const dist = path.join(root, 'dist');
  const manifest = await readManifest(dist);
  const binary = backendBinary(dist, manifest.executable ?? '');
  await runHarness<'product'>({
    plugins: { product: { binary, environment: [`SSL_CERT_FILE=${upstream.caFile}`] } },
    followings: followed.map((workspace) => ({
      plugin: 'product',
      calls: [
        {
          method: 'POST',
          path: 'follow',
          query: '',
          body: '{}',
          updated: 1,
          ...appSettings(workspace),
          grafanaConfig: { GFAZPL_AZURE_CLOUDS_CONFIG: upstream.cloudsConfig },
        },
      ],
      wanted: '"grade":"confirmed"',
      tabs: workspace.tabs,
      pause,
      span,
    })),
  });
  const [one = NaN, fifty = NaN] = await Promise.all(followed.map((workspace) => callsFor(upstream, workspace)));
  return [
    {
      part: 'Backend',
      what: '50 tabs that follow a waiting request: calls of Azure against one tab',
      value: fifty / one,
      unit: 'times',
      budget: hard(1.5),
      detail: `${fifty} calls against ${one} in ${span / 1000} s`,
    },
  ];
}

async function callsFor(upstream: Upstream, { id }: BenchWorkspace): Promise<number> {
  const answer = await rawRequest(upstream, `${upstream.origin}/count?of=/${path.basename(id)}`);
  return Number(answer.text);
}
