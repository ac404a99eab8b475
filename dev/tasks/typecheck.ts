import path from 'node:path';

import { lineFolders } from '../preview/grafanaLine';
import { installPackages } from './installPackages';
import { root } from './paths';
import { run } from './run';
import { runTask } from './runTask';

const projects = [
  { name: 'Grafana 12.4.10, React 18', file: 'tsconfig.json' },
  { name: 'Grafana 12.4.0, the oldest allowed', file: 'tsconfig.grafana-floor.json' },
  { name: 'Grafana 13.2, React 19', file: 'tsconfig.grafana-13.json' },
];

/** `npm run typecheck`: everything against the Grafana we build with, and the plugin against the oldest and the newest as well. */
runTask(async () => {
  await installPackages(lineFolders.floor);
  await installPackages(lineFolders['13']);
  // The compiler of TypeScript 7 takes seconds; ESLint's parser still needs an older one beside it.
  const tsc = path.join(root, 'node_modules/typescript-7/bin/tsc');
  console.log(`Checking types: ${projects.map(({ name }) => name).join('; ')}`);
  const codes = await Promise.all(projects.map(({ file }) => run(process.execPath, [tsc, '--noEmit', '-p', file])));
  const failed = projects.filter((_, i) => codes[i] !== 0);
  if (failed.length > 0) {
    throw new Error(`Types do not fit: ${failed.map(({ name }) => name).join('; ')}.`);
  }
});
