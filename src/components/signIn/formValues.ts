import { type AutomaticRefresh } from '../../domain/following';
import { type PlaceSetting } from '../../domain/place';
import { sameResource } from '../../domain/resourceId';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { readWorkspaceId } from '../../domain/settings/workspaceId';
import {
  type AuthType,
  type AzureCredentials,
  type SettingsChange,
  type StoredSettings,
  type UnreadableSetting,
} from '../../domain/settings/settings';

/** The configuration form. Secrets are '' until someone types a new one. */
export interface FormValues {
  /** '' while a method is stored that this version doesn't know, and no other is chosen. */
  authType: AuthType | '';
  azureCloud: string;
  tenantId: string;
  clientId: string;
  certificateFormat: 'pem' | 'pfx';
  workspaceId: string;
  azureClientSecret: string;
  clientCertificate: string;
  privateKey: string;
  certificatePassword: string;
  /** Where the data sources live; '' as above. */
  place: PlaceSetting | '';
  automaticRefresh: AutomaticRefresh | '';
  approveRequests: boolean;
  grafanaToken: string;
  /** The stored token is blanked when this is saved. */
  removeGrafanaToken: boolean;
  /** Stored secrets that nothing uses are blanked when this is saved. */
  removeUnused: boolean;
  /** What looks like a secret in `jsonData` is taken out when this is saved. */
  removeExposed: boolean;
}

/** Which secrets a sign-in method uses. */
export function secretsOf({ authType, certificateFormat }: Pick<FormValues, 'authType' | 'certificateFormat'>) {
  const secrets: SignInSecret[] = [];
  if (authType === 'clientsecret') {
    secrets.push('azureClientSecret');
  }
  if (authType === 'clientcertificate') {
    secrets.push('clientCertificate', certificateFormat === 'pem' ? 'privateKey' : 'certificatePassword');
  }
  return secrets;
}

/**
 * The stored secrets that the chosen method and place don't use. Grafana keeps each until it is overwritten. Where a newer
 * version of the plugin saved the settings, none is: that version may use it.
 */
export function unusedSecrets(
  values: Pick<FormValues, 'authType' | 'certificateFormat' | 'place'>,
  { secretsSet, newer, unreadable }: Pick<StoredSettings, 'secretsSet' | 'newer' | 'unreadable'>
): string[] {
  if (newer || unreadable.includes('azureCredentials')) {
    return [];
  }
  const used = new Set<string>(secretsOf(values));
  if (values.place !== 'local') {
    used.add('grafanaToken');
  }
  return Object.keys(secretsSet).filter((key) => secretsSet[key] && !used.has(key));
}

/** What is stored, as the form shows it; `method` is offered where nothing is stored yet. */
export function toFormValues(stored: StoredSettings, method: AuthType, cloud: string): FormValues {
  const { jsonData, unreadable } = stored;
  const credentials = jsonData.azureCredentials;
  const known = <T extends string>(name: UnreadableSetting, value: T) => (unreadable.includes(name) ? '' : value);
  return {
    authType: known('azureCredentials', credentials?.authType ?? method),
    azureCloud: credentials?.azureCloud || cloud,
    tenantId: credentials?.tenantId ?? '',
    clientId: credentials?.clientId ?? '',
    certificateFormat: credentials?.certificateFormat ?? 'pem',
    workspaceId: jsonData.workspaceId ?? '',
    azureClientSecret: '',
    clientCertificate: '',
    privateKey: '',
    certificatePassword: '',
    place: known('place', jsonData.place ?? 'auto'),
    automaticRefresh: known('automaticRefresh', jsonData.automaticRefresh ?? 'decided'),
    approveRequests: jsonData.approveRequests === true,
    grafanaToken: '',
    removeGrafanaToken: false,
    removeUnused: false,
    removeExposed: false,
  };
}

/** The form after a save: what was typed is what is stored, and secrets are no longer shown. */
export function saved(values: FormValues): FormValues {
  return {
    ...values,
    azureClientSecret: '',
    clientCertificate: '',
    privateKey: '',
    certificatePassword: '',
    grafanaToken: '',
    removeGrafanaToken: false,
    removeUnused: false,
    removeExposed: false,
  };
}

/** True when the stored token opens another workspace's Grafana than the chosen one: it must not be shown to that. */
export function tokenIsOfAnother({ workspaceId }: Pick<FormValues, 'workspaceId'>, stored: StoredSettings): boolean {
  const before = stored.jsonData.workspaceId ?? '';
  const chosen = readWorkspaceId(workspaceId);
  const same = sameResource(before, chosen.ok ? chosen.value : workspaceId);
  return stored.secretsSet.grafanaToken === true && before !== '' && !same;
}

/**
 * The form as it is saved: ids of the chosen method only, and only the secrets that were typed. What this version can't
 * read and nobody replaced is left out, and so stays as it is stored.
 */
export function toChange(values: FormValues, stored: StoredSettings): SettingsChange {
  const workspaceId = values.workspaceId.trim();
  const typed = secretsOf(values).filter((key) => values[key] !== '');
  const removed = values.removeUnused ? unusedSecrets(values, stored) : [];
  return {
    jsonData: {
      ...((workspaceId || !stored.unreadable.includes('workspaceId')) && { workspaceId }),
      ...(values.place && { place: values.place }),
      ...(values.automaticRefresh && { automaticRefresh: values.automaticRefresh }),
      // What isn't boolean counts as off here, and stays until it is switched on.
      ...(values.approveRequests !== (stored.jsonData.approveRequests === true) && {
        approveRequests: values.approveRequests,
      }),
      ...(values.authType && { azureCredentials: credentialsOf(values, values.authType) }),
    },
    // Grafana can't delete a secret: an empty one counts as none.
    secrets: {
      ...Object.fromEntries(removed.map((key) => [key, ''])),
      ...Object.fromEntries(typed.map((key) => [key, values[key]])),
      ...tokenChange(values, stored),
    },
    removeExposed: values.removeExposed,
  };
}

function credentialsOf(values: FormValues, authType: AuthType): AzureCredentials {
  const tenantId = values.tenantId.trim();
  const clientId = values.clientId.trim();
  return {
    authType,
    azureCloud: values.azureCloud,
    ...(tenantId && authType !== 'msi' && { tenantId }),
    ...(clientId && { clientId }),
    ...(authType === 'clientcertificate' && { certificateFormat: values.certificateFormat }),
  };
}

function tokenChange(values: FormValues, stored: StoredSettings): { grafanaToken?: string } {
  const typed = values.grafanaToken.trim();
  const changes = typed !== '' || values.removeGrafanaToken || tokenIsOfAnother(values, stored);
  return changes ? { grafanaToken: typed } : {};
}
