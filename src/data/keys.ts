import { resourceKey } from '../domain/resourceId';

/** Cache keys. Everything that depends on the stored settings hangs below `azure`, so that saving can drop it at once. */
export const keys = {
  azure: ['azure'] as const,
  workspace: ['azure', 'workspace'] as const,
  endpoints: ['azure', 'endpoints'] as const,
  endpoint: (name: string) => ['azure', 'endpoints', name.toLowerCase()] as const,
  connection: (name: string) => ['azure', 'connection', name.toLowerCase()] as const,
  setup: ['azure', 'setup'] as const,
  workspaces: ['azure', 'workspaces'] as const,
  targets: (type: string, words: string) => ['azure', 'targets', type.toLowerCase(), words] as const,
  target: (id: string) => ['azure', 'target', resourceKey(id)] as const,
  rights: ['azure', 'rights'] as const,
  settings: ['settings'] as const,
  signIn: ['signIn'] as const,
  dataSourceIdentities: ['dataSourceIdentities'] as const,
};
