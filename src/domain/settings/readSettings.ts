import { readConfirmedHosts } from './confirmedHosts';
import { readPublicMarks } from './publicMarks';
import { type AppSettings, type AzureCredentials, signInMethods, type UnreadableSetting } from './settings';

/** The newest shape of stored settings that this version knows. */
export const SCHEMA_VERSION = 1;

const places = ['auto', 'local', 'remote'] as const;
const refreshes = ['off', 'decided', 'pending'] as const;
const formats = ['pem', 'pfx'] as const;

/**
 * The stored `jsonData` with our part as it can be worked with. A provisioning file may say anything: what isn't as it
 * should be counts as left out, so that the page on which it is put right always opens. What others stored stays.
 */
export function readSettings(stored: Readonly<Record<string, unknown>>): AppSettings & Record<string, unknown> {
  const {
    workspaceId,
    place,
    automaticRefresh,
    approveRequests,
    azureCredentials,
    publicOnPurpose,
    confirmedHosts,
    apiVersion,
    ...others
  } = stored;
  return {
    ...others,
    ...texts({ workspaceId, apiVersion }),
    ...given('place', oneOf(places, place)),
    ...given('automaticRefresh', oneOf(refreshes, automaticRefresh)),
    ...given('approveRequests', typeof approveRequests === 'boolean' ? approveRequests : undefined),
    ...given('azureCredentials', readCredentials(azureCredentials)),
    ...given('publicOnPurpose', readPublicMarks(publicOnPurpose)),
    ...given('confirmedHosts', readConfirmedHosts(confirmedHosts)),
  };
}

/** Our settings that hold something which `readSettings` leaves out: a newer version's, or someone's mistake. */
export function unreadableSettings(stored: Readonly<Record<string, unknown>>): UnreadableSetting[] {
  const readable = readSettings(stored);
  const ours = [
    'workspaceId',
    'apiVersion',
    'azureCredentials',
    'place',
    'automaticRefresh',
    'approveRequests',
  ] as const;
  return ours.filter((name) => (stored[name] ?? '') !== '' && readable[name] === undefined);
}

/** True when a newer version of the plugin saved the settings. */
export function setByNewer({ schemaVersion }: Readonly<Record<string, unknown>>): boolean {
  return typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION;
}

function readCredentials(stored: unknown): AzureCredentials | undefined {
  const { authType, azureCloud, tenantId, clientId, certificateFormat } =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const method = signInMethods.find((one) => one.authType === authType);
  const format = oneOf(formats, certificateFormat);
  if (authType === 'clientcertificate' && certificateFormat && !format) {
    return undefined;
  }
  return (
    method && {
      authType: method.authType,
      ...texts({ azureCloud, tenantId, clientId }),
      ...given('certificateFormat', format),
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
