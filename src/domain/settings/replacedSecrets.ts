/** What the secrets of the sign-in are called in a sentence. */
export const secretNames = {
  azureClientSecret: 'client secret',
  clientCertificate: 'certificate',
  privateKey: 'private key',
  certificatePassword: 'certificate password',
} as const;

/** A secret of the sign-in to Azure. */
export type SignInSecret = keyof typeof secretNames;

const keys = Object.keys(secretNames) as SignInSecret[];

/**
 * The stored secrets of the sign-in that a save overwrites. Grafana's store is write-only: what stood there is gone.
 * @param typed the secrets that are saved
 * @param stored which ones are set before
 */
export function replacedSecrets(
  typed: Partial<Record<string, string>>,
  stored: Partial<Record<string, boolean>>
): SignInSecret[] {
  return keys.filter((key) => typed[key] && stored[key]);
}

/** Names secrets in a sentence: "certificate and private key"; one that isn't ours by its key. */
export function nameSecrets(secrets: readonly string[]): string {
  const known: Partial<Record<string, string>> = { ...secretNames, grafanaToken: 'service account token' };
  const names = secrets.map((key) => known[key] ?? key);
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
}
