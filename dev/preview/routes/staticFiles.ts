import { type Context, Hono } from 'hono';
import path from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { icons } from '@iconify-json/uil';

import { DATA_SOURCE_ID } from '../../../src/constants';
import { root } from '../../tasks/paths';
import { type Preview } from '../preview';
import { type PreviewEnv } from './requestUser';

/** Grafana's fonts, which its packages name but do not hold: https://fontsource.org has the same families. */
const fonts: Record<string, string> = {
  'inter/Inter-Regular.woff2': 'inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': 'inter/files/inter-latin-500-normal.woff2',
  'inter/Inter-Italic.woff2': 'inter/files/inter-latin-400-italic.woff2',
  'inter/Inter-MediumItalic.woff2': 'inter/files/inter-latin-500-italic.woff2',
};
const monospace = 'roboto-mono/files/roboto-mono-latin-400-normal.woff2';

/** Everything under /public/: the plugin, the host page's bundle, fonts and icons, where Grafana has them. */
export function staticRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const icons = path.join(preview.grafana.folder, 'node_modules/@grafana/ui/dist/public/img/icons');
  const fontsource = path.join(root, 'node_modules/@fontsource');
  const folders: Record<string, string> = {
    [preview.manifest.id]: preview.distDir,
    [DATA_SOURCE_ID]: path.join(preview.distDir, 'datasource'),
  };
  const missing = (c: Context) => c.json({ message: 'Not found' }, 404);

  routes.get('/public/plugins/:id/:file{.+}', async (c) => {
    const { id, file } = c.req.param();
    const folder = folders[id];
    if (!folder) {
      return missing(c);
    }
    const hashed = /\.[0-9a-f]{12}\.js$/.test(file);
    return (await serveFile(c, folder, file, hashed ? 'immutable' : 'revalidate')) ?? missing(c);
  });

  routes.get('/public/build/img/icons/:file{.+}', async (c) => {
    const file = c.req.param('file');
    return (
      (await serveFile(c, icons, file, 'immutable')) ??
      c.body(fallbackIcon(file), 200, { 'Content-Type': 'image/svg+xml' })
    );
  });

  routes.get('/public/fonts/:file{.+}', async (c) => {
    const file = c.req.param('file');
    const source = fonts[file] ?? (file.startsWith('roboto/') ? monospace : undefined);
    return (source && (await serveFile(c, fontsource, source, 'immutable'))) || missing(c);
  });

  routes.get('/public/build/:file{.+}', async (c) => {
    const file = c.req.param('file');
    const hashed = /-[0-9A-Z]{8}\.\w+$/.test(file);
    return (await serveFile(c, preview.hostDir, file, hashed ? 'immutable' : 'revalidate')) ?? missing(c);
  });

  routes.get('/favicon.ico', (c) => c.redirect(`/public/plugins/${preview.manifest.id}/img/logo.svg`));
  routes.get('/public/*', missing);
  return routes;
}

/** How long a browser may keep a file: for ever when its name holds a hash of its content. */
export type Caching = 'immutable' | 'revalidate';

/**
 * Sends a file below `folder`, or undefined when it isn't there, lies outside, or is of no type that browsers know
 * (the backend's binaries, for one).
 */
export async function serveFile(
  c: Context,
  folder: string,
  name: string,
  caching: Caching = 'revalidate'
): Promise<Response | undefined> {
  const file = path.resolve(folder, `./${name}`);
  const type = getMimeType(file) ?? (file.endsWith('.map') ? 'application/json' : undefined);
  if (!file.startsWith(path.resolve(folder) + path.sep) || !type) {
    return undefined;
  }
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    return undefined;
  }
  const tag = `"${found.size.toString(16)}-${Math.floor(found.mtimeMs).toString(16)}"`;
  const headers = {
    'Content-Type': type,
    'Cache-Control': caching === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
  };
  if (c.req.header('If-None-Match') === tag) {
    return new Response(null, { status: 304, headers });
  }
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  return new Response(body, { headers: { ...headers, 'Content-Length': String(found.size) } });
}

/** Names that Grafana gives to drawings of the Unicons set under another name. */
const renamed: Record<string, string> = { 'fa spinner': 'spinner' };

const plain = '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>';

/**
 * The drawing for an icon that @grafana/ui leaves to its server: from the Unicons set, or a plain circle.
 * @param file name below /public/build/img/icons/, such as `unicons/spinner.svg`
 */
function fallbackIcon(file: string): string {
  const name = path.posix.basename(decodeURIComponent(file), '.svg');
  const body = icons.icons[renamed[name] ?? name]?.body ?? plain;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
}
