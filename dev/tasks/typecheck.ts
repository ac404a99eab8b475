import path from 'node:path';

import { installPackages } from './installPackages';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const projects = [
  { name: 'Grafana 12.4, React 18', file: 'tsconfig.json' },
  { name: 'Grafana 13.2, React 19', file: 'tsconfig.grafana-13.json' },
];

/** `npm run typecheck`: everything against the Grafana we build with, and the plugin against the newest as well. */
runTask(async () => {
  await installPackages('dev/grafana-13');
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const failed: string[] = [];
  for (const { name, file } of projects) {
    console.log(`Checking types: ${name}`);
    if ((await run(process.execPath, [tsc, '--noEmit', '-p', file])) !== 0) {
      failed.push(name);
    }
  }
  if (failed.length > 0) {
    throw new Error(`Types do not fit: ${failed.join('; ')}.`);
  }
});
