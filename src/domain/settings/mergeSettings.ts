import { SCHEMA_VERSION } from './readSettings';
import { type AppSettings, type AzureCredentials } from './settings';

/**
 * What is stored after a save: `change` over what was stored. What isn't ours stays, in the credentials too: a newer
 * version of the plugin may have put it there, and finds it again when it is back.
 */
export function mergeSettings(
  stored: Readonly<Record<string, unknown>>,
  { azureCredentials, ...change }: AppSettings
): Record<string, unknown> {
  const { schemaVersion } = stored;
  return {
    ...stored,
    ...change,
    ...(azureCredentials && { azureCredentials: { ...notOurs(stored.azureCredentials), ...azureCredentials } }),
    // Never lowered: what the newer version stored is still there.
    schemaVersion: typeof schemaVersion === 'number' ? Math.max(schemaVersion, SCHEMA_VERSION) : SCHEMA_VERSION,
  };
}

function notOurs(credentials: unknown): object {
  if (typeof credentials !== 'object' || credentials === null || Array.isArray(credentials)) {
    return {};
  }
  const ours: Record<keyof AzureCredentials, unknown> = {
    authType: 0,
    azureCloud: 0,
    tenantId: 0,
    clientId: 0,
    certificateFormat: 0,
  };
  return Object.fromEntries(Object.entries(credentials).filter(([name]) => !Object.hasOwn(ours, name)));
}
