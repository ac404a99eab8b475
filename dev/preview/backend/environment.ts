import { type AzureIni, azureEnvironment } from './azureSettings';

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
