import { icons } from '@iconify-json/uil';
import { type Context, Hono } from 'hono';
import path from 'node:path';
import { root } from '../../tasks/paths';
import { type Preview } from '../preview';
import { type PreviewEnv } from './requestUser';
import { serveFile } from './serveFile';

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
  const missing = (c: Context) => c.json({ message: 'Not found' }, 404);

  routes.get('/public/plugins/:id/:file{.+}', async (c) => {
    const { id, file } = c.req.param();
    if (id !== preview.manifest.id) {
      return missing(c);
    }
    const hashed = /\.[0-9a-f]{12}\.js$/.test(file);
    return (await serveFile(c, preview.distDir, file, hashed ? 'immutable' : 'revalidate')) ?? missing(c);
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
