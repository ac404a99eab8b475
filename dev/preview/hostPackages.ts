import { type Plugin } from 'esbuild';
import path from 'node:path';

import { type GrafanaLine } from './grafanaLine';

/**
 * Resolves the host's packages in the chosen Grafana's tree. Names that begin with `grafana:` are @grafana/ui's own
 * copies of packages that the plugin has in another version (react-router-dom 5 here, 6 there).
 */
export function grafanaPackages({ folder }: GrafanaLine, source: string): Plugin {
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

export const commonJsDefaults: Plugin = {
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
