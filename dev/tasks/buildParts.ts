import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildGo, thisMachine } from './buildGo';
import { root } from './paths';
import { binaryName, type Platform } from './release/platforms';
import { sourceCommit, sourceTime } from './release/sourceTime.mjs';
import { run } from './run';

/** One thing that `npm run build` makes. */
export interface BuildPart {
  name: 'front end' | 'backend';
  /** Files and folders whose change asks for a new build, relative to the repository. */
  sources: string[];
  /** Which files in those folders count. */
  wanted: (name: string) => boolean;
  /** What it writes; a missing one asks for a build, too. */
  output: () => Promise<string>;
  /** @throws Error in one sentence when it fails. */
  build: () => Promise<void>;
}

const isTest = (name: string) => /\.test\.tsx?$|_test\.go$/.test(name);

export const frontEnd: BuildPart = {
  name: 'front end',
  sources: [
    'src',
    'catalogue',
    'docs/monitoring',
    'webpack.config.mjs',
    'dev/tasks/front-end',
    'package.json',
    'package-lock.json',
    'LICENSE',
    'CHANGELOG.md',
  ],
  wanted: (name) => !isTest(name),
  output: async () => path.join(root, 'dist', 'module.js'),
  build: async () => {
    const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
    if ((await run(process.execPath, [webpack])) !== 0) {
      throw new Error('The front end could not be built: see webpack above.');
    }
    await checkBundle(path.join(root, 'dist'));
  },
};

/** The backend's file name for one of Grafana's platforms, as Grafana looks for it. */
async function backendFile(platform: Platform): Promise<string> {
  const { executable } = JSON.parse(await readFile(path.join(root, 'src/plugin.json'), 'utf8'));
  return path.join(root, 'dist', binaryName(executable, platform));
}

/** Builds the backend for a platform, with what the plugin SDK tells as its build. @throws Error in one sentence */
export async function buildBackend(platform: Platform): Promise<void> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { id } = JSON.parse(await readFile(path.join(root, 'src/plugin.json'), 'utf8'));
  const info = JSON.stringify({ time: sourceTime().getTime(), pluginID: id, version: `${version}+${sourceCommit()}` });
  const sdk = 'github.com/grafana/grafana-plugin-sdk-go/build/buildinfo.buildInfoJSON';
  await buildGo('./pkg', await backendFile(platform), platform, `-X '${sdk}=${info}'`);
}

export const backend: BuildPart = {
  name: 'backend',
  sources: ['pkg', 'catalogue', 'go.mod', 'go.sum'],
  wanted: (name) => /\.(go|json)$/.test(name) && !isTest(name),
  output: () => backendFile(thisMachine),
  build: () => buildBackend(thisMachine),
};

/** The backend comes first: a missing Go shows at once. */
export const buildParts: readonly BuildPart[] = [backend, frontEnd];

/** React's inner workings, by the names that only React's own code uses: Grafana brings React, a second one crashes. */
const bundledReact = /ReactCurrentOwner|__CLIENT_INTERNALS_DO_NOT_USE/;

/** @throws Error when a chunk carries React or its JSX runtime along. */
export async function checkBundle(dist: string): Promise<void> {
  const scripts = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'));
  for (const name of scripts) {
    if (bundledReact.test(await readFile(path.join(dist, name), 'utf8'))) {
      throw new Error(
        `dist/${name} carries a copy of React: add what imports it to the externals in webpack.config.mjs.`
      );
    }
  }
}
