import { type AutomaticRefresh } from '../following';
import { type Place, type PlaceSetting } from '../place';
import { type ConfirmedHost } from './confirmedHosts';

/** How the backend signs in to Azure; the values are those of Grafana's Azure SDK. */
export type AuthType = 'msi' | 'workloadidentity' | 'clientsecret' | 'clientcertificate';

/** The sign-in as it is stored: ids only, since every Viewer can read it. */
export interface AzureCredentials {
  authType: AuthType;
  azureCloud?: string;
  tenantId?: string;
  clientId?: string;
  certificateFormat?: 'pem' | 'pfx';
}

/** Uids by the Grafana that has them. */
export type PublicMarks = Partial<Record<Place, readonly string[]>>;

/** The part of the app's `jsonData` that is ours. */
export interface AppSettings {
  /** Which shape the rest has; 0.1.0 stored none, and has the first. */
  schemaVersion?: number;
  /** ARM id. */
  workspaceId?: string;
  azureCredentials?: AzureCredentials;
  /** Where the data sources live: found by comparing origins, or as the admin says. */
  place?: PlaceSetting;
  /** `decided` where it is left out. */
  automaticRefresh?: AutomaticRefresh;
  /** Requests can be approved and rejected from the app, where the operator of Grafana allows it too; off where it is left out. */
  approveRequests?: boolean;
  /** Uids of the data sources that an admin marked as public on purpose, by where they are. */
  publicOnPurpose?: PublicMarks;
  /** Host names that an admin confirmed as leading to a target. */
  confirmedHosts?: readonly ConfirmedHost[];
  apiVersion?: string;
}

/** One of our settings that is stored in a way that this version doesn't know. */
export type UnreadableSetting =
  'workspaceId' | 'apiVersion' | 'azureCredentials' | 'place' | 'automaticRefresh' | 'approveRequests';

/** What Grafana stores of the app, without the values of its secrets. */
export interface StoredSettings {
  enabled: boolean;
  pinned: boolean;
  /** All of `jsonData`, with what others put there. */
  jsonData: AppSettings & Record<string, unknown>;
  /** What is stored and left out of `jsonData`, because this version can't work with it. */
  unreadable: readonly UnreadableSetting[];
  /** A newer version of the plugin saved the settings. */
  newer: boolean;
  /** Where `jsonData` holds what looks like a secret, which every user can read there. */
  exposed: readonly string[];
  /** Which secrets are set. */
  secretsSet: Partial<Record<string, boolean>>;
}

/** What a save changes. */
export interface SettingsChange {
  /** Ours, to be merged into what is stored. */
  jsonData: AppSettings;
  /** Only the secrets that were typed anew, and '' for those to remove; Grafana keeps the others. */
  secrets: Record<string, string>;
  /** Takes out of `jsonData` what looks like a secret. */
  removeExposed: boolean;
}

/** What a sign-in method is called and needs. */
export interface SignInMethod {
  authType: AuthType;
  title: string;
  description: string;
  /** It can't be an identity that others use as well. */
  recommended: boolean;
  /** Whether the ids are asked for: needed, may be left out, or not used. */
  tenantId: 'required' | 'optional' | 'none';
  clientId: 'required' | 'optional' | 'none';
}

/** The methods, best first, as the README's section on permissions recommends them. */
export const signInMethods: readonly SignInMethod[] = [
  {
    authType: 'clientcertificate',
    title: 'Client certificate',
    description: 'An app registration with a certificate.',
    recommended: true,
    tenantId: 'required',
    clientId: 'required',
  },
  {
    authType: 'workloadidentity',
    title: 'Workload identity',
    description: 'A Kubernetes service account that Microsoft Entra ID trusts, with a client ID for this plugin alone.',
    recommended: true,
    tenantId: 'optional',
    clientId: 'optional',
  },
  {
    authType: 'clientsecret',
    title: 'Client secret',
    description: 'An app registration with a client secret. Renew the secret before it expires.',
    recommended: false,
    tenantId: 'required',
    clientId: 'required',
  },
  {
    authType: 'msi',
    title: 'Managed identity',
    description: 'An identity of the Azure resource that runs Grafana. Data sources often use the same one.',
    recommended: false,
    tenantId: 'none',
    clientId: 'optional',
  },
];

/** What is offered first where nothing is stored: it works in each Grafana, and nothing else signs in with it. */
export const firstMethod: AuthType = 'clientcertificate';

/** What the field for the client ID is called. */
export function clientIdLabel(authType: AuthType | ''): string {
  return authType === 'msi' ? 'Client ID of a user-assigned identity' : 'Application (client) ID';
}

export function signInMethod(authType: AuthType): SignInMethod {
  const method = signInMethods.find((one) => one.authType === authType);
  if (!method) {
    throw new Error(`unknown authentication method: ${authType}`);
  }
  return method;
}
