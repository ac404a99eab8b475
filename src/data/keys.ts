/** Cache keys. Everything that is read from Azure hangs below `azure`, so that a write can drop it at once. */
export const keys = {
  azure: ['azure'] as const,
  workspace: ['azure', 'workspace'] as const,
  endpoints: ['azure', 'endpoints'] as const,
  endpoint: (name: string) => ['azure', 'endpoints', name.toLowerCase()] as const,
};
