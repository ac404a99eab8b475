import { type Preview } from '../preview';
import { secureFields } from '../../grafana/json';

/** What GET /api/plugins/:id/settings answers (Grafana 12.4 pkg/api/dtos/plugins.go): everything but the secrets. */
export function pluginMeta({ manifest, state, subPath }: Pick<Preview, 'manifest' | 'state' | 'subPath'>) {
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
