import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const usage = 'Usage: npm run fuzz -- [--seconds <in all>]';

/**
 * `npm run fuzz`: each fuzz target of the Go code, for a minute in all. Go writes an input that fails below testdata/fuzz,
 * where it is to be committed: from then on the ordinary tests run it.
 */
runTask(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) {
    throw new Error(usage);
  }
  const targets = findTargets();
  const each = Math.max(1, Math.round(seconds / targets.length));
  const failed: string[] = [];
  for (const { name, folder } of targets) {
    const code = await run('go', ['test', '-run', '^$', '-fuzz', `^${name}$`, '-fuzztime', `${each}s`, folder]);
    if (code !== 0) {
      failed.push(name);
    }
  }
  if (failed.length > 0) {
    throw new Error(`Failed: ${failed.join(', ')}. Commit the inputs below testdata/fuzz with the fix.`);
  }
});

/** The fuzz targets with the folders of their packages. */
function findTargets(): Array<{ name: string; folder: string }> {
  const files = readdirSync(path.join(root, 'pkg'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('_test.go'))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, 'pkg', file), 'utf8');
      const folder = `./${path.posix.join('pkg', path.dirname(file).replaceAll(path.sep, '/'))}`;
      return [...source.matchAll(/^func (Fuzz\w+)\(/gm)].map(([, name = '']) => ({ name, folder }));
    });
}
