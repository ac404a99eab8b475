import { build } from 'esbuild';
import path from 'node:path';

import { buildGo } from './buildGo';
import { root } from './paths';
import { type Platform } from './release/platforms';

/**
 * Builds what the stand-in's container is given, into .dev/compose: one file of JavaScript, and the program that checks
 * the health of data sources, so that the container needs Node alone. @throws Error in one sentence
 */
export async function buildStandIn(platform: Platform): Promise<void> {
  const folder = path.join(root, '.dev/compose');
  await build({
    entryPoints: [path.join(root, 'dev/azure/main.ts')],
    outfile: path.join(folder, 'azure-stand-in.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
  });
  await buildGo('./dev/network', path.join(folder, 'network'), platform);
}
