import { build, type Plugin } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { fingerprint } from '../tasks/fingerprint';
import { root } from '../tasks/paths';
import { type GrafanaLine } from './grafanaLine';

const source = path.join(__dirname, 'host');

/**
 * Bundles the host page for a Grafana line into .dev/ and returns the folder; an unchanged one is used again.
 * @throws Error with esbuild's messages.
 */
export async function buildHost(grafana: GrafanaLine, mode: 'production' | 'development'): Promise<string> {
  const folder = path.join(root, '.dev', `host-${grafana.version}-${mode}`);
  const stampFile = path.join(folder, 'stamp');
  const stamp = await stampOf(grafana);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) {
    return folder;
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([bundle(grafana, mode, folder), bundleWorkers(grafana, folder), joinSystemJs(folder)]);
  await writeFile(stampFile, stamp);
  return folder;
}

async function bundle(grafana: GrafanaLine, mode: string, outdir: string): Promise<void> {
  await build({
    entryPoints: [path.join(source, 'main.tsx')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'transform',
    minify: mode === 'production',
    loader: { '.ttf': 'file', '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    // Without the last one UMD packages inside the bundle would take SystemJS' global for an AMD loader.
    define: { 'process.env.NODE_ENV': JSON.stringify(mode), global: 'globalThis', define: 'undefined' },
    plugins: [grafanaPackages(grafana, source), commonJsDefaults],
    logLevel: 'error',
  });
}

async function bundleWorkers({ folder }: GrafanaLine, outdir: string): Promise<void> {
  const monaco = path.join(folder, 'node_modules/monaco-editor/esm/vs');
  await build({
    entryPoints: {
      'editor.worker': path.join(monaco, 'editor/editor.worker.js'),
      'json.worker': path.join(monaco, 'language/json/json.worker.js'),
    },
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'error',
  });
}

/** SystemJS with the two extras that Grafana's loader has, in the order they need. */
async function joinSystemJs(folder: string): Promise<void> {
  const dist = path.join(root, 'node_modules/systemjs/dist');
  const files = ['system.min.js', 'extras/amd.min.js', 'extras/named-register.min.js'];
  const parts = await Promise.all(files.map((file) => readFile(path.join(dist, file), 'utf8')));
  const code = parts.map((part) => part.replace(/^\/\/# sourceMappingURL=.*$/m, '')).join('\n');
  await writeFile(path.join(folder, 'systemjs.js'), code);
}

/** Of everything that ends up in the bundle: our own sources, and the versions in the lock file. */
function stampOf({ folder }: GrafanaLine): Promise<string> {
  const sources = [source, __filename, path.join(folder, 'package-lock.json')];
  return fingerprint(
    root,
    sources.map((file) => path.relative(root, file))
  );
}

/**
 * Resolves the host's packages in the chosen Grafana's tree. Names that begin with `grafana:` are @grafana/ui's own
 * copies of packages that the plugin has in another version (react-router-dom 5 here, 6 there).
 */
function grafanaPackages({ folder }: GrafanaLine, source: string): Plugin {
  const tree = path.join(folder, 'node_modules');
  return {
    name: 'grafana-packages',
    setup(build) {
      build.onResolve({ filter: /^grafana:/ }, ({ path: name, kind }) =>
        build.resolve(name.slice('grafana:'.length), { kind, resolveDir: path.join(tree, '@grafana/ui') })
      );
      build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind, importer, pluginData }) => {
        const fromHost = importer.startsWith(source + path.sep) && pluginData !== 'resolved';
        return fromHost ? build.resolve(name, { kind, resolveDir: folder, pluginData: 'resolved' }) : undefined;
      });
    },
  };
}

/**
 * CommonJS packages with a `default` export that @grafana's .mjs files import by default: esbuild follows Node there
 * and would hand out the whole exports object.
 */
const withDefault = /^(react-custom-scrollbars-2|calculate-size)$/;

const commonJsDefaults: Plugin = {
  name: 'commonjs-defaults',
  setup(build) {
    build.onResolve({ filter: withDefault }, async ({ path: name, kind, importer, resolveDir, pluginData }) => {
      if (pluginData === 'unwrapped' || !importer.endsWith('.mjs')) {
        return undefined;
      }
      const { path: file } = await build.resolve(name, { kind, importer, resolveDir, pluginData: 'unwrapped' });
      return { path: file, namespace: 'commonjs-default' };
    });
    build.onLoad({ filter: /.*/, namespace: 'commonjs-default' }, ({ path: file }) => ({
      contents: `const m = require(${JSON.stringify(file)}); module.exports = m.__esModule && 'default' in m ? m.default : m;`,
      resolveDir: path.dirname(file),
      loader: 'js',
    }));
  },
};
