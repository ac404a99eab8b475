import { timingSafeEqual } from 'node:crypto';
import { type Context } from '../context';
import { type Identity } from '../identities';
import { same } from '../state';
import { checkAssertion } from './assertion';
import * as refuse from './errors';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Finds the app and checks the credential it came with; throws Entra's refusal otherwise. */
export async function authenticate(
  context: Context,
  tenant: string,
  clientId: string,
  form: URLSearchParams
): Promise<Identity> {
  const identity = context.world.identities.find((candidate) => same(candidate.clientId, clientId));
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
