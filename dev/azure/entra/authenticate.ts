import { timingSafeEqual, X509Certificate } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
  type ProtectedHeaderParameters,
} from 'jose';
import { type Context } from '../context';
import { findIdentity, type Identity, type FederatedCredential } from '../identities';
import * as refuse from './errors';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Finds the app and checks the credential it came with; throws Entra's refusal otherwise. */
export async function authenticate(
  context: Context,
  tenant: string,
  clientId: string,
  form: URLSearchParams
): Promise<Identity> {
  const identity = findIdentity(context.world.identities, clientId);
  if (!identity || identity.managed) {
    throw refuse.unknownApp(clientId, tenant);
  }
  if (identity.disabled) {
    throw refuse.appDisabled(identity.clientId, identity.displayName);
  }
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (secret) {
    checkSecret(identity, secret);
  } else if (assertion && form.get('client_assertion_type') === assertionType) {
    await checkAssertion(context, tenant, identity, assertion);
  } else {
    throw refuse.missingCredential();
  }
  return identity;
}

function checkSecret(identity: Identity, given: string): void {
  const found = identity.secrets.find(({ value }) => equalSecrets(value, given));
  if (!found) {
    throw refuse.wrongSecret(identity.clientId);
  }
  if (found.expiresAt <= Date.now()) {
    throw refuse.expiredSecret(identity.clientId);
  }
}

function equalSecrets(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Seconds that clocks may differ; some clients round the time of signing up. */
const clockTolerance = 300;

/**
 * Checks a client assertion: signed with one of the app's certificates (issuer is the app itself), or a token of an
 * outside issuer that the app has a federated credential for. Throws Entra's refusal.
 */
async function checkAssertion(
  { urls, material }: Context,
  tenant: string,
  identity: Identity,
  assertion: string
): Promise<void> {
  const { header, claims } = decoded(assertion);
  if (header.x5t || header['x5t#S256'] || claims.iss === identity.clientId) {
    await verify(assertion, certificateOf(identity, header).publicKey, {
      algorithms: ['RS256', 'PS256'],
      issuer: identity.clientId,
      subject: identity.clientId,
      audience: [`${urls.entra}/${tenant}/oauth2/v2.0/token`, `${urls.entra}/${tenant}/v2.0`],
    });
  } else {
    const { issuer, subject, audience } = credentialOf(identity, claims);
    await verify(assertion, material.clusterKey.publicKey, { algorithms: ['RS256'], issuer, subject, audience });
  }
}

type AssertionHeader = ProtectedHeaderParameters & { 'x5t#S256'?: string };

function decoded(assertion: string): { header: AssertionHeader; claims: JWTPayload } {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    throw refuse.malformedAssertion();
  }
}

function certificateOf(identity: Identity, header: AssertionHeader): X509Certificate {
  const hex = (thumbprint: string) => Buffer.from(thumbprint, 'base64url').toString('hex').toUpperCase();
  const has = (fingerprint: string, thumbprint: string | undefined) =>
    thumbprint !== undefined && hex(thumbprint) === fingerprint.replaceAll(':', '');
  const { x5t, 'x5t#S256': x5t256 } = header;
  const certificate = identity.certificates
    .map((pem) => new X509Certificate(pem))
    .find(({ fingerprint, fingerprint256 }) => has(fingerprint, x5t) || has(fingerprint256, x5t256));
  if (!certificate) {
    throw refuse.unknownCertificate(hex(x5t ?? x5t256 ?? ''));
  }
  return certificate;
}

function credentialOf({ federated }: Identity, { iss = '', sub = '', aud = '' }: JWTPayload): FederatedCredential {
  const byIssuer = federated.filter(({ issuer }) => issuer === iss);
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

async function verify(assertion: string, key: Parameters<typeof jwtVerify>[1], options: JWTVerifyOptions) {
  try {
    await jwtVerify(assertion, key, { ...options, clockTolerance });
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
