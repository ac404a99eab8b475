/** Cache keys. Everything that depends on the stored settings hangs below `azure`, so that saving can drop it at once. */
export const keys = {
  azure: ['azure'] as const,
  workspace: ['azure', 'workspace'] as const,
  endpoints: ['azure', 'endpoints'] as const,
  endpoint: (name: string) => ['azure', 'endpoints', name.toLowerCase()] as const,
  setup: ['azure', 'setup'] as const,
  workspaces: ['azure', 'workspaces'] as const,
  settings: ['settings'] as const,
  signIn: ['signIn'] as const,
  dataSourceIdentities: ['dataSourceIdentities'] as const,
};
