import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack from 'webpack';

import { buildIfChanged, forgetBuild } from './buildIfChanged';
import { backend, frontEnd } from './buildParts';
import { startDemo } from './demo';
import { root } from './paths';
import { readPort } from './readPort';
import { runTask } from './runTask';
import { untilStopped } from './untilStopped';

/** `npm run dev`: like `npm start`, and builds again whenever a source changes; reload the page to see it. */
runTask(async () => {
  const port = await readPort(process.env.PORT);
  const stopped = untilStopped();
  const demo = await startDemo({ port, reactDevelopment: true, log: (line) => console.log(line) });
  const stopFrontEnd = await watchFrontEnd();
  const goFiles = watchGo(async () => {
    await buildIfChanged({ quiet: true, parts: [backend] });
    await demo.preview.restartBackend();
    console.log('The backend is new.');
  });
  console.log(`\nReady: ${demo.url}\nWatching src/, pkg/ and catalogue/. Ctrl-C ends everything.`);
  await stopped;
  goFiles.forEach((watcher) => watcher.close());
  await stopFrontEnd();
  await demo.close();
});

async function watchFrontEnd(): Promise<() => Promise<void>> {
  // What the watch writes is for developing: whoever comes next builds anew.
  await forgetBuild(frontEnd);
  const { default: configure } = await import(pathToFileURL(path.join(root, 'webpack.config.mjs')).href);
  const watching = webpack(configure({}, { mode: 'development' })).watch({}, (error, stats) => {
    console.log(error?.message ?? (stats?.hasErrors() ? stats.toString('errors-only') : 'The front end is new.'));
  });
  return () => new Promise((resolve) => watching?.close(() => resolve()));
}

function watchGo(changed: () => Promise<void>): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  return ['pkg', 'catalogue'].map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_event, name) => {
      if (name && backend.wanted(name)) {
        clearTimeout(timer);
        timer = setTimeout(() => changed().catch((error: unknown) => console.error(String(error))), 300);
      }
    })
  );
}
