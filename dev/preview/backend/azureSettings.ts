/**
 * Section [azure] of grafana.ini, as far as it reaches plugins.
 * https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#azure
 */
export interface AzureIni {
  /** A built-in cloud ('AzureCloud') or the name of a custom one. */
  cloud: string;
  /** JSON: the list of custom clouds; '' for none. */
  cloudsConfig: string;
  managedIdentityEnabled: boolean;
  managedIdentityClientId: string;
  workloadIdentityEnabled: boolean;
  workloadIdentityTenantId: string;
  workloadIdentityClientId: string;
  workloadIdentityTokenFile: string;
  /** Section [auth], azure_auth_enabled. */
  azureAuthEnabled: boolean;
  /** Whether our plugin stands in forward_settings_to_plugins. */
  forwardSettings: boolean;
}

/** What Grafana has when its administrator set nothing. */
export const defaultAzureIni: AzureIni = {
  cloud: 'AzureCloud',
  cloudsConfig: '',
  managedIdentityEnabled: false,
  managedIdentityClientId: '',
  workloadIdentityEnabled: false,
  workloadIdentityTenantId: '',
  workloadIdentityClientId: '',
  workloadIdentityTokenFile: '',
  azureAuthEnabled: false,
  forwardSettings: false,
};

/**
 * The settings as process environment, which every plugin gets; custom clouds are not among them
 * (grafana-azure-sdk-go azsettings.WriteToEnvStr).
 */
export function azureEnvironment(ini: AzureIni): Record<string, string> {
  return {
    ...(ini.cloud && { GFAZPL_AZURE_CLOUD: ini.cloud }),
    ...(ini.azureAuthEnabled && { GFAZPL_AZURE_AUTH_ENABLED: 'true' }),
    ...managedIdentity(ini),
    ...workloadIdentity(ini),
  };
}

/**
 * The settings in each request's context: all of them for a plugin that is listed in forward_settings_to_plugins,
 * otherwise the authentication flag alone (Grafana 12.4 pkg/services/pluginsintegration/pluginconfig/request.go).
 */
export function azureRequestConfig(ini: AzureIni): Record<string, string> {
  const always: Record<string, string> = ini.azureAuthEnabled ? { GFAZPL_AZURE_AUTH_ENABLED: 'true' } : {};
  if (!ini.forwardSettings) {
    return always;
  }
  const clouds: Record<string, string> = ini.cloudsConfig ? { GFAZPL_AZURE_CLOUDS_CONFIG: ini.cloudsConfig } : {};
  return { ...always, ...azureEnvironment(ini), ...clouds };
}

function managedIdentity(ini: AzureIni): Record<string, string> {
  if (!ini.managedIdentityEnabled) {
    return {};
  }
  return {
    GFAZPL_MANAGED_IDENTITY_ENABLED: 'true',
    ...(ini.managedIdentityClientId && { GFAZPL_MANAGED_IDENTITY_CLIENT_ID: ini.managedIdentityClientId }),
  };
}

function workloadIdentity(ini: AzureIni): Record<string, string> {
  if (!ini.workloadIdentityEnabled) {
    return {};
  }
  return {
    GFAZPL_WORKLOAD_IDENTITY_ENABLED: 'true',
    ...(ini.workloadIdentityTenantId && { GFAZPL_WORKLOAD_IDENTITY_TENANT_ID: ini.workloadIdentityTenantId }),
    ...(ini.workloadIdentityClientId && { GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID: ini.workloadIdentityClientId }),
    ...(ini.workloadIdentityTokenFile && { GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE: ini.workloadIdentityTokenFile }),
  };
}
