import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SignJWT, generateKeyPair, type CryptoKey } from 'jose';
import { generate } from 'selfsigned';

/** The outside issuer that the workload identity trusts: a Kubernetes cluster, by its service account issuer. */
export const federation = {
  issuer: 'https://oidc.aks.contoso.example/observability/',
  subject: 'system:serviceaccount:monitoring:grafana',
  audience: 'api://AzureADTokenExchange',
} as const;

/** Keys of one run, with which identities prove who they are. */
export interface SignInMaterial {
  /** PEM; registered with the demonstration's app. */
  certificate: string;
  /** PEM, PKCS #8. */
  privateKey: string;
  clusterKey: { privateKey: CryptoKey; publicKey: CryptoKey };
  federatedToken: string;
  /** What callers of the managed identity endpoint must send as X-IDENTITY-HEADER. */
  identityHeader: string;
}

/** Files that a sign-in without a secret needs. */
export interface SignInFiles {
  certificateFile: string;
  privateKeyFile: string;
  federatedTokenFile: string;
}

const thirtyDays = 30 * 86_400;

export async function createMaterial(): Promise<SignInMaterial> {
  const pair = await generate([{ name: 'commonName', value: 'Private endpoints in Grafana' }], {
    keyType: 'rsa',
    keySize: 2048,
    algorithm: 'sha256',
  });
  const clusterKey = await generateKeyPair('RS256');
  return {
    certificate: pair.cert,
    privateKey: pair.private,
    clusterKey,
    federatedToken: await federatedToken(clusterKey.privateKey),
    identityHeader: randomUUID(),
  };
}

/** A service account token as the cluster projects it into a pod. */
export function federatedToken(key: CryptoKey, claims: { subject?: string; issuer?: string } = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(claims.issuer ?? federation.issuer)
    .setSubject(claims.subject ?? federation.subject)
    .setAudience(federation.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + thirtyDays)
    .sign(key);
}

export async function writeMaterial(directory: string, material: SignInMaterial): Promise<SignInFiles> {
  const files = {
    certificateFile: path.resolve(directory, 'client-certificate.pem'),
    privateKeyFile: path.resolve(directory, 'client-key.pem'),
    federatedTokenFile: path.resolve(directory, 'federated-token'),
  };
  await mkdir(directory, { recursive: true });
  await writeFile(files.certificateFile, material.certificate);
  await writeFile(files.privateKeyFile, material.privateKey, { mode: 0o600 });
  await writeFile(files.federatedTokenFile, material.federatedToken, { mode: 0o600 });
  return files;
}
