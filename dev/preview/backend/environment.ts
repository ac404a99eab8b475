/**
 * Section [azure] of grafana.ini, as far as it reaches plugins, with what Grafana has when its administrator set nothing.
 * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#azure
 */
export const defaultAzureIni = {
  /** A built-in cloud or the name of a custom one. */
  cloud: 'AzureCloud',
  /** JSON: the list of custom clouds; '' for none. */
  cloudsConfig: '',
  managedIdentityEnabled: false,
  managedIdentityClientId: '',
  workloadIdentityEnabled: false,
  workloadIdentityTenantId: '',
  workloadIdentityClientId: '',
  workloadIdentityTokenFile: '',
  /** Section [auth], azure_auth_enabled. */
  azureAuthEnabled: false,
  /** Whether our plugin stands in forward_settings_to_plugins. */
  forwardSettings: false,
};

export type AzureIni = typeof defaultAzureIni;

/** The variables that have a value. */
const filled = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));

const authFlag = ({ azureAuthEnabled }: AzureIni) => ({ GFAZPL_AZURE_AUTH_ENABLED: azureAuthEnabled ? 'true' : '' });

/**
 * The settings as process environment, which every plugin gets; custom clouds are not among them
 * (grafana-azure-sdk-go azsettings.WriteToEnvStr).
 */
export function azureEnvironment(ini: AzureIni): Record<string, string> {
  return filled({
    GFAZPL_AZURE_CLOUD: ini.cloud,
    ...authFlag(ini),
    ...(ini.managedIdentityEnabled && {
      GFAZPL_MANAGED_IDENTITY_ENABLED: 'true',
      GFAZPL_MANAGED_IDENTITY_CLIENT_ID: ini.managedIdentityClientId,
    }),
    ...(ini.workloadIdentityEnabled && {
      GFAZPL_WORKLOAD_IDENTITY_ENABLED: 'true',
      GFAZPL_WORKLOAD_IDENTITY_TENANT_ID: ini.workloadIdentityTenantId,
      GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID: ini.workloadIdentityClientId,
      GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE: ini.workloadIdentityTokenFile,
    }),
  });
}

/**
 * The settings in each request's context: all of them for a plugin that is listed in forward_settings_to_plugins,
 * otherwise the authentication flag alone (Grafana 12.4 pkg/services/pluginsintegration/pluginconfig/request.go).
 */
export function azureRequestConfig(ini: AzureIni): Record<string, string> {
  return ini.forwardSettings
    ? { ...azureEnvironment(ini), ...filled({ GFAZPL_AZURE_CLOUDS_CONFIG: ini.cloudsConfig }) }
    : filled(authFlag(ini));
}

/** What decides over the environment of a plugin process. */
export interface PluginEnvironment {
  grafanaVersion: string;
  azure: AzureIni;
  /** ini section [plugin.<id>]: key → value. */
  pluginIni: Record<string, string>;
  /** Variables of the host that reach the plugin all the same (`forward_host_env_vars`, or the platform's identity). */
  forwarded: Record<string, string>;
}

/** Go's network stack needs these on Windows; os/exec adds them there as well. */
const neededOnWindows = ['SystemRoot'];

/** From 12.4 on a plugin inherits nothing of the host's environment but its proxies. */
const inherited = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** The environment that Grafana 12.4 gives a backend plugin, without the handshake. */
export function pluginEnvironment(
  { grafanaVersion, azure, pluginIni, forwarded }: PluginEnvironment,
  host: NodeJS.ProcessEnv = process.env
): Record<string, string> {
  const keep = process.platform === 'win32' ? [...inherited, ...neededOnWindows] : inherited;
  const fromHost = keep.flatMap((name) => (host[name] === undefined ? [] : [[name, host[name]] as const]));
  const ini = Object.entries(pluginIni).map(([key, value]) => [`GF_PLUGIN_${key.toUpperCase()}`, value] as const);
  return {
    ...Object.fromEntries(fromHost),
    GF_VERSION: grafanaVersion,
    GF_EDITION: 'Open Source',
    GF_INSTANCE_FEATURE_TOGGLES_ENABLE: '',
    ...azureEnvironment(azure),
    ...Object.fromEntries(ini),
    ...forwarded,
  };
}
