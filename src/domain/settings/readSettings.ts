import { type AppSettings, type AzureCredentials, signInMethods } from './settings';

const places = ['auto', 'inside', 'tower'] as const;
const refreshes = ['off', 'decided', 'pending'] as const;
const formats = ['pem', 'pfx'] as const;

/**
 * The stored `jsonData` with our part as it can be worked with. A provisioning file may say anything: what isn't as it
 * should be counts as left out, so that the page on which it is put right always opens. What others stored stays.
 */
export function readSettings(stored: Readonly<Record<string, unknown>>): AppSettings & Record<string, unknown> {
  const { workspaceId, place, automaticRefresh, azureCredentials, apiVersion, ...others } = stored;
  return {
    ...others,
    ...texts({ workspaceId, apiVersion }),
    ...given('place', oneOf(places, place)),
    ...given('automaticRefresh', oneOf(refreshes, automaticRefresh)),
    ...given('azureCredentials', readCredentials(azureCredentials)),
  };
}

function readCredentials(stored: unknown): AzureCredentials | undefined {
  const { authType, azureCloud, tenantId, clientId, certificateFormat } =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const method = signInMethods.find((one) => one.authType === authType);
  return (
    method && {
      authType: method.authType,
      ...texts({ azureCloud, tenantId, clientId }),
      ...given('certificateFormat', oneOf(formats, certificateFormat)),
    }
  );
}

function texts<K extends string>(fields: Record<K, unknown>): Partial<Record<K, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')) as Partial<
    Record<K, string>
  >;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

function given<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, T>>;
}
