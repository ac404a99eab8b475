import { type StoredSettings } from './settings';

/**
 * True once an identity and a workspace are stored. What this version can't read was stored by someone, and isn't a first run:
 * the backend says what is wrong with it.
 */
export function isSetUp({ jsonData, unreadable }: Pick<StoredSettings, 'jsonData' | 'unreadable'>): boolean {
  const { azureCredentials, workspaceId = '' } = jsonData;
  const has = (name: 'azureCredentials' | 'workspaceId', stored: boolean) => stored || unreadable.includes(name);
  return has('azureCredentials', azureCredentials !== undefined) && has('workspaceId', workspaceId.trim() !== '');
}

/**
 * The same of `jsonData` as Grafana stores it and brings along with a plugin. Needs nothing that reads settings: the entry
 * of the plugin asks it, which is loaded with each page of Grafana.
 */
export function isSetUpAsStored(jsonData: unknown): boolean {
  const { azureCredentials, workspaceId } =
    typeof jsonData === 'object' && jsonData !== null ? (jsonData as Record<string, unknown>) : {};
  return isGiven(azureCredentials) && isGiven(workspaceId);
}

function isGiven(value: unknown): boolean {
  return (typeof value === 'string' ? value.trim() : (value ?? '')) !== '';
}
