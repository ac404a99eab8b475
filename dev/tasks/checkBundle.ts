import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** React's inner workings, by the names that only React's own code uses: Grafana brings React, a second one crashes. */
const bundledReact = /ReactCurrentOwner|__CLIENT_INTERNALS_DO_NOT_USE/;

/** @throws Error when a chunk carries React or its JSX runtime along. */
export async function checkBundle(dist: string): Promise<void> {
  const scripts = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    if (bundledReact.test(await readFile(path.join(dist, name), 'utf8'))) {
      throw new Error(
        `dist/${name} carries a copy of React: add what imports it to the externals in webpack.config.mjs.`
      );
    }
  }
}
