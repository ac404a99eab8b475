import { Hono } from 'hono';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { GrafanaError, readJson } from '../../grafana/grafanaError';
import { secureFields } from '../../grafana/json';
import { type Preview } from '../preview';
import { applyPluginSettings, parsePluginSettingsUpdate } from '../state/pluginSettings';
import { type PreviewEnv, permitted, signedIn } from './requestUser';

/** GET and POST /api/plugins/:id/settings, GET /api/plugins and GET /api/plugins/:id/markdown/README. */
export function pluginSettingsRoutes(preview: Preview): Hono<PreviewEnv> {
  const routes = new Hono<PreviewEnv>();
  const prefix = `/api/plugins/${preview.manifest.id}`;

  routes.get(`${prefix}/settings`, (c) => {
    permitted(c, 'plugins.app:access');
    return c.json(pluginMeta(preview));
  });

  routes.post(`${prefix}/settings`, async (c) => {
    permitted(c, 'plugins:write');
    const update = parsePluginSettingsUpdate(await readJson(c.req));
    if (!update) {
      throw new GrafanaError(400, 'bad request data');
    }
    preview.state.settings = applyPluginSettings(preview.state.settings, update, Date.now());
    return c.json({ message: 'Plugin settings updated' });
  });

  routes.get('/api/plugins', (c) => {
    signedIn(c);
    return c.json([pluginMeta(preview)].map(({ jsonData: _jsonData, secureJsonFields: _fields, ...meta }) => meta));
  });

  routes.get(`${prefix}/markdown/:name`, async (c) => {
    signedIn(c);
    const name = c.req.param('name').replace(/\.md$/i, '').toUpperCase();
    const known = ['README', 'CHANGELOG'].includes(name);
    const text = known ? await readFile(path.join(preview.distDir, `${name}.md`), 'utf8').catch(() => '') : '';
    return c.text(text);
  });

  return routes;
}

/** What GET /api/plugins/:id/settings answers (Grafana 12.4 pkg/api/dtos/plugins.go): everything but the secrets. */
function pluginMeta({ manifest, state, subPath }: Pick<Preview, 'manifest' | 'state' | 'subPath'>) {
  const baseUrl = `public/plugins/${manifest.id}`;
  const { enabled, pinned, jsonData, secureJsonData } = state.settings;
  const logo = (file: string) => `${baseUrl}/${file}`;
  const home = manifest.includes?.find((include) => include.defaultNav)?.path;
  return {
    name: manifest.name,
    type: manifest.type,
    id: manifest.id,
    enabled,
    pinned,
    autoEnabled: false,
    module: `${baseUrl}/module.js`,
    baseUrl,
    info: {
      ...manifest.info,
      logos: { small: logo(manifest.info.logos.small), large: logo(manifest.info.logos.large) },
    },
    includes: manifest.includes ?? [],
    dependencies: manifest.dependencies ?? {},
    extensions: manifest.extensions ?? {},
    jsonData,
    secureJsonFields: secureFields(secureJsonData),
    defaultNavUrl: subPath + (home ?? `/plugins/${manifest.id}`),
    latestVersion: '',
    hasUpdate: false,
    state: '',
    signature: 'unsigned',
    signatureType: '',
    signatureOrg: '',
    angularDetected: false,
    loadingStrategy: 'script',
    translations: {},
  };
}
