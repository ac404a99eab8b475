import { timingSafeEqual } from 'node:crypto';
import { type Context } from '../context';
import { type Identity } from '../identities';
import { same } from '../state';
import * as refuse from './errors';

/** Finds the app and checks the credential it came with; throws Entra's refusal otherwise. */
export async function authenticate(
  { world }: Context,
  tenant: string,
  clientId: string,
  form: URLSearchParams
): Promise<Identity> {
  const identity = world.identities.find((candidate) => same(candidate.clientId, clientId));
  if (!identity) {
    throw refuse.unknownApp(clientId, tenant);
  }
  const secret = form.get('client_secret');
  if (!secret) {
    throw refuse.missingCredential();
  }
  checkSecret(identity, secret);
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
