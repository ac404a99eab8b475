import { type Operation } from '../domain/changes/operation';
import { type Place } from '../domain/place';
import { resourceKey } from '../domain/resourceId';

/** Cache keys. Everything that depends on the stored settings hangs below `azure`, so that saving can drop it at once. */
export const keys = {
  azure: ['azure'] as const,
  workspace: ['azure', 'workspace'] as const,
  endpoints: ['azure', 'endpoints'] as const,
  endpoint: (name: string) => ['azure', 'endpoints', name.toLowerCase()] as const,
  connection: (name: string) => ['azure', 'connection', name.toLowerCase()] as const,
  follow: ['azure', 'follow'] as const,
  operation: ({ kind, name, statusPath }: Operation) => ['azure', 'operation', kind, name, statusPath] as const,
  /** Of mutations. */
  change: ['change'] as const,
  setup: ['azure', 'setup'] as const,
  workspaces: ['azure', 'workspaces'] as const,
  targets: (type: string, words: string) => ['azure', 'targets', type.toLowerCase(), words] as const,
  target: (id: string) => ['azure', 'target', resourceKey(id)] as const,
  rights: ['azure', 'rights'] as const,
  dataSources: (place: Place) => ['azure', 'dataSources', place] as const,
  dataSource: (place: Place, uid: string) => ['azure', 'dataSource', place, uid] as const,
  dataSourceHealth: (place: Place, uid: string, at: number) => ['azure', 'dataSourceHealth', place, uid, at] as const,
  dataSourceAccess: (place: Place) => ['azure', 'dataSourceAccess', place] as const,
  check: (place: Place, uid: string, endpoint: string) => ['azure', 'check', place, uid, endpoint] as const,
  settings: ['settings'] as const,
  signIn: ['signIn'] as const,
  dataSourceIdentities: ['dataSourceIdentities'] as const,
};
