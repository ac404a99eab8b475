import { type StoredDataSource } from '../../grafana/dataSources';
import { dataSourceLogo, dataSourceTypeName } from '../../grafana/dataSourceTypes';
import { isRecord } from '../../grafana/json';
import { DATA_SOURCE_ID } from '../../../src/constants';
import { type Preview } from '../preview';
import { type PreviewUser } from '../state/users';

/** What GET /api/frontend/settings answers: the part of it that plugins and @grafana packages read. */
export function frontendSettings(
  { grafana, manifest, state, azure, url, subPath }: Preview,
  user: PreviewUser | undefined
) {
  const canRead = user !== undefined && user.role !== 'None';
  const sources = canRead ? state.dataSources.list() : [];
  return {
    appUrl: `${url}${subPath}/`,
    appSubUrl: subPath,
    namespace: 'default',
    buildInfo: {
      version: grafana.version,
      versionString: `Grafana v${grafana.version} (preview)`,
      commit: '',
      commitShort: '',
      buildstamp: 0,
      env: 'production',
      edition: 'Open Source',
      latestVersion: '',
      hasUpdate: false,
      hideVersion: false,
    },
    licenseInfo: { expiry: 0, licenseUrl: '', stateInfo: '', edition: 'Open Source', enabledFeatures: {} },
    featureToggles: {},
    rbacEnabled: true,
    viewersCanEdit: false,
    pluginAdminEnabled: true,
    pluginCatalogURL: 'https://grafana.com/grafana/plugins/',
    datasources: Object.fromEntries(sources.map((source) => [source.name, instanceSettings(source)])),
    defaultDatasource: sources.find((source) => source.isDefault)?.name ?? '',
    apps: {
      [manifest.id]: {
        id: manifest.id,
        path: `public/plugins/${manifest.id}/module.js`,
        version: manifest.info.version,
        preload: false,
        angular: { detected: false, hideDeprecation: false },
        loadingStrategy: 'script',
        dependencies: manifest.dependencies ?? {},
        extensions: manifest.extensions ?? {},
      },
    },
    azure: {
      cloud: azure.cloud,
      clouds: customClouds(azure.cloudsConfig),
      managedIdentityEnabled: azure.managedIdentityEnabled,
      workloadIdentityEnabled: azure.workloadIdentityEnabled,
      userIdentityEnabled: false,
      userIdentityFallbackCredentialsEnabled: false,
      azureEntraPasswordCredentialsEnabled: false,
    },
    azureAuthEnabled: azure.azureAuthEnabled,
  };
}

function customClouds(cloudsConfig: string) {
  const clouds: unknown = cloudsConfig ? JSON.parse(cloudsConfig) : [];
  return (Array.isArray(clouds) ? clouds : [])
    .filter(isRecord)
    .map(({ name, displayName }) => ({ name: String(name), displayName: String(displayName) }));
}

/** A data source as the browser's `config.datasources` holds it: its URL is Grafana's proxy, never the real address. */
function instanceSettings(source: StoredDataSource) {
  const { id, uid, type, name, access, isDefault, readOnly, jsonData } = source;
  return {
    id,
    uid,
    type,
    name,
    access,
    isDefault,
    readOnly,
    jsonData,
    url: `/api/datasources/proxy/uid/${uid}`,
    meta: {
      id: type,
      type: 'datasource',
      name: dataSourceTypeName(type),
      module: type === DATA_SOURCE_ID ? `public/plugins/${type}/module.js` : `core:plugin/${type}`,
      baseUrl: `public/plugins/${type}`,
      metrics: true,
      info: {
        author: { name: '' },
        description: '',
        links: [],
        logos: { small: dataSourceLogo, large: dataSourceLogo },
        screenshots: [],
        updated: '',
        version: '',
      },
    },
  };
}
