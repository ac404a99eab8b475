import { X509Certificate } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type ProtectedHeaderParameters,
} from 'jose';
import { type Context } from '../context';
import { type FederatedCredential, type Identity } from '../identities';
import * as refuse from './errors';

/** Seconds that clocks may differ; some clients round the time of signing up. */
const clockTolerance = 300;

/**
 * Checks a client assertion: signed with one of the app's certificates (issuer is the app itself), or a token of an
 * outside issuer that the app has a federated credential for. Throws Entra's refusal.
 */
export async function checkAssertion(
  context: Context,
  tenant: string,
  identity: Identity,
  assertion: string
): Promise<void> {
  const { header, claims } = decoded(assertion);
  if (header.x5t || header['x5t#S256'] || claims.iss === identity.clientId) {
    await checkCertificate(context, tenant, identity, assertion, header);
  } else {
    await checkFederated(context, identity, assertion, claims);
  }
}

function decoded(assertion: string): {
  header: ProtectedHeaderParameters & { 'x5t#S256'?: string };
  claims: JWTPayload;
} {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    throw refuse.malformedAssertion();
  }
}

async function checkCertificate(
  { urls }: Context,
  tenant: string,
  identity: Identity,
  assertion: string,
  header: { x5t?: string; 'x5t#S256'?: string }
): Promise<void> {
  const certificate = identity.certificates.map((pem) => new X509Certificate(pem)).find(hasThumbprint(header));
  if (!certificate) {
    throw refuse.unknownCertificate(hex(header.x5t ?? header['x5t#S256'] ?? ''));
  }
  const audience = [`${urls.entra}/${tenant}/oauth2/v2.0/token`, `${urls.entra}/${tenant}/v2.0`];
  await verified(
    jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['RS256', 'PS256'],
      clockTolerance,
      issuer: identity.clientId,
      subject: identity.clientId,
      audience,
    })
  );
}

const hex = (thumbprint: string) => Buffer.from(thumbprint, 'base64url').toString('hex').toUpperCase();

function hasThumbprint(header: { x5t?: string; 'x5t#S256'?: string }) {
  return ({ fingerprint, fingerprint256 }: X509Certificate): boolean =>
    (header.x5t !== undefined && hex(header.x5t) === fingerprint.replaceAll(':', '')) ||
    (header['x5t#S256'] !== undefined && hex(header['x5t#S256']) === fingerprint256.replaceAll(':', ''));
}

async function checkFederated(
  { material }: Context,
  identity: Identity,
  assertion: string,
  claims: JWTPayload
): Promise<void> {
  const credential = matching(identity.federated, claims);
  await verified(
    jwtVerify(assertion, material.clusterKey.publicKey, {
      algorithms: ['RS256'],
      clockTolerance,
      issuer: credential.issuer,
      subject: credential.subject,
      audience: credential.audience,
    })
  );
}

function matching(
  credentials: FederatedCredential[],
  { iss = '', sub = '', aud = '' }: JWTPayload
): FederatedCredential {
  const byIssuer = credentials.filter(({ issuer }) => issuer === iss);
  if (byIssuer.length === 0) {
    throw refuse.noFederatedMatch(700211, 'issuer', iss);
  }
  const bySubject = byIssuer.filter(({ subject }) => subject === sub);
  if (bySubject.length === 0) {
    throw refuse.noFederatedMatch(700213, 'subject', sub);
  }
  const found = bySubject.find(({ audience }) => [aud].flat().includes(audience));
  if (!found) {
    throw refuse.noFederatedMatch(700212, 'audience', String(aud));
  }
  return found;
}

async function verified(verification: Promise<unknown>): Promise<void> {
  try {
    await verification;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw refuse.expiredAssertion();
    }
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw refuse.wrongAssertionClaim(error.claim);
    }
    throw refuse.badAssertionSignature();
  }
}
