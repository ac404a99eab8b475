import CopyPlugin from 'copy-webpack-plugin';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

import { fillPlaceholders } from './dev/tasks/front-end/placeholders.mjs';
import { sourceTime } from './dev/tasks/release/sourceTime.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const app = { id: readJson('src/plugin.json').id, folder: '', entry: './module.tsx' };
/** The nested data source. It is a build of its own, since Grafana serves its chunks from a path of its own. */
const dataSource = {
  id: readJson('src/datasource/plugin.json').id,
  folder: 'datasource',
  entry: './datasource/module.tsx',
};
const { version } = readJson('package.json');

/** Bytes: the entry is loaded by every Grafana page that looks at the plugin, so it holds no library. */
const entryLimit = 10_000;

/** What Grafana shares with plugins at run time: https://grafana.com/developers/plugin-tools/key-concepts/manage-npm-dependencies */
const externals = [
  { 'amd-module': 'module' },
  'react',
  'react-dom',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-router',
  'rxjs',
  'lodash',
  'moment',
  'i18next',
  '@emotion/css',
  '@emotion/react',
  /^@grafana\/(ui|runtime|data)$/,
];

/**
 * Names for the minifier by count alone. Its own come from how often each letter occurs, also in the chunks' preliminary
 * hashes, which differ from folder to folder: the same sources would not give the same bytes.
 */
const plainNames = {
  get: (n) => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
    let name = letters[n % 52];
    for (let rest = Math.floor(n / 52); rest > 0; rest = Math.floor((rest - 1) / 52)) {
      name += letters[(rest - 1) % 52];
    }
    return name;
  },
};

export default (_env, { mode = 'production' }) => [build(app, mode), build(dataSource, mode)];

function build({ id, folder, entry }, mode) {
  const production = mode === 'production';
  const copied = { info: { minimized: true }, noErrorOnMissing: true };
  const transform = (content) => fillPlaceholders(content.toString(), { id, version, today: sourceTime() });
  const manifest = {
    from: path.join(folder, 'plugin.json'),
    to: 'plugin.json',
    transform,
    ...copied,
    noErrorOnMissing: false,
  };

  return {
    name: id,
    mode,
    context: path.join(root, 'src'),
    entry: { module: ['../dev/tasks/front-end/publicPath.js', entry] },
    devtool: production ? 'source-map' : 'inline-source-map',
    externals,
    output: {
      path: path.join(root, 'dist', folder),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:12].js',
      // The backend's binaries and the data source live in the app's folder as well.
      clean: { keep: /^(gpx_|go_plugin_build_manifest|datasource\b)/ },
      library: { type: 'amd' },
      publicPath: `public/plugins/${id}/`,
      uniqueName: id,
      crossOriginLoading: 'anonymous',
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            sourceMaps: true,
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              // Grafana shares react/jsx-runtime in some 12.x only; createElement is there in all.
              transform: { react: { runtime: 'classic', development: false } },
            },
          },
        },
        {
          test: /\.(svg|png|jpe?g|gif)$/,
          type: 'asset/resource',
          generator: { filename: 'assets/[contenthash:12][ext]' },
        },
        { test: /\.yaml$/, resourceQuery: /^\?parsed$/, type: 'json', parser: { parse } },
        { test: /\.yaml$/, resourceQuery: /^$/, type: 'asset/source' },
      ],
    },
    plugins: [
      new CopyPlugin({
        patterns: folder
          ? [
              manifest,
              { from: `${folder}/dashboards`, to: 'dashboards', ...copied, noErrorOnMissing: false },
              { from: 'img/logo.svg', to: 'img/logo.svg', ...copied },
            ]
          : [
              manifest,
              { from: 'README.md', transform, ...copied },
              { from: 'img/**/*', ...copied },
              { from: path.join(root, 'CHANGELOG.md'), ...copied },
              { from: path.join(root, 'LICENSE'), ...copied },
            ],
      }),
    ],
    optimization: { minimizeOptions: { javascript: { mangle: { nth_identifier: plainNames } } } },
    performance: production && {
      hints: 'error',
      assetFilter: (file) => file === 'module.js',
      maxAssetSize: entryLimit,
      maxEntrypointSize: entryLimit,
    },
    stats: { preset: 'errors-warnings', assets: true, assetsSort: '!size', excludeAssets: /\.map$|^img|^assets/ },
  };
}
