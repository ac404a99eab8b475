import { type AutomaticRefresh } from '../../domain/following';
import { type PlaceSetting } from '../../domain/place';
import { sameResource } from '../../domain/resourceId';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { readWorkspaceId } from '../../domain/settings/workspaceId';
import { type AppSettings, type AuthType, type StoredSettings } from '../../domain/settings/settings';

/** The configuration form. Secrets are '' until somebody types a new one. */
export interface FormValues {
  authType: AuthType;
  azureCloud: string;
  tenantId: string;
  clientId: string;
  certificateFormat: 'pem' | 'pfx';
  workspaceId: string;
  azureClientSecret: string;
  clientCertificate: string;
  privateKey: string;
  certificatePassword: string;
  /** Where the data sources live. */
  place: PlaceSetting;
  automaticRefresh: AutomaticRefresh;
  grafanaToken: string;
  /** The stored token is blanked when this is saved. */
  removeGrafanaToken: boolean;
  /** Stored secrets that nothing uses are blanked when this is saved. */
  removeUnused: boolean;
}

interface SettingsChange {
  jsonData: AppSettings;
  secrets: Record<string, string>;
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

/** The stored secrets that the chosen method and place don't use. Grafana keeps each until it is overwritten. */
export function unusedSecrets(
  values: Pick<FormValues, 'authType' | 'certificateFormat' | 'place'>,
  secretsSet: StoredSettings['secretsSet']
): string[] {
  const used = new Set<string>(secretsOf(values));
  if (values.place !== 'inside') {
    used.add('grafanaToken');
  }
  return Object.keys(secretsSet).filter((key) => secretsSet[key] && !used.has(key));
}

/** What is stored, as the form shows it; `firstMethod` is offered where nothing is stored yet. */
export function toFormValues({ jsonData }: StoredSettings, firstMethod: AuthType, cloud: string): FormValues {
  const credentials = jsonData.azureCredentials;
  return {
    authType: credentials?.authType ?? firstMethod,
    azureCloud: credentials?.azureCloud || cloud,
    tenantId: credentials?.tenantId ?? '',
    clientId: credentials?.clientId ?? '',
    certificateFormat: credentials?.certificateFormat ?? 'pem',
    workspaceId: jsonData.workspaceId ?? '',
    azureClientSecret: '',
    clientCertificate: '',
    privateKey: '',
    certificatePassword: '',
    place: jsonData.place ?? 'auto',
    automaticRefresh: jsonData.automaticRefresh ?? 'decided',
    grafanaToken: '',
    removeGrafanaToken: false,
    removeUnused: false,
  };
}

/** True when the stored token opens another workspace's Grafana than the chosen one: it must not be shown to that. */
export function tokenIsOfAnother({ workspaceId }: Pick<FormValues, 'workspaceId'>, stored: StoredSettings): boolean {
  const before = stored.jsonData.workspaceId ?? '';
  const chosen = readWorkspaceId(workspaceId);
  const same = sameResource(before, chosen.ok ? chosen.value : workspaceId);
  return stored.secretsSet.grafanaToken === true && before !== '' && !same;
}

/** The form as it is saved: ids of the chosen method only, and only the secrets that were typed. */
export function toChange(values: FormValues, stored: StoredSettings): SettingsChange {
  const { authType, certificateFormat } = values;
  const tenantId = values.tenantId.trim();
  const clientId = values.clientId.trim();
  const typed = secretsOf(values).filter((key) => values[key] !== '');
  const removed = values.removeUnused ? unusedSecrets(values, stored.secretsSet) : [];
  return {
    jsonData: {
      workspaceId: values.workspaceId.trim(),
      place: values.place,
      automaticRefresh: values.automaticRefresh,
      azureCredentials: {
        authType,
        azureCloud: values.azureCloud,
        ...(tenantId && authType !== 'msi' && { tenantId }),
        ...(clientId && { clientId }),
        ...(authType === 'clientcertificate' && { certificateFormat }),
      },
    },
    // Grafana can't delete a secret: an empty one counts as none.
    secrets: {
      ...Object.fromEntries(removed.map((key) => [key, ''])),
      ...Object.fromEntries(typed.map((key) => [key, values[key]])),
      ...tokenChange(values, stored),
    },
  };
}

function tokenChange(values: FormValues, stored: StoredSettings): { grafanaToken?: string } {
  const typed = values.grafanaToken.trim();
  const changes = typed !== '' || values.removeGrafanaToken || tokenIsOfAnother(values, stored);
  return changes ? { grafanaToken: typed } : {};
}
