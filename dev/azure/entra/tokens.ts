import { randomUUID } from 'node:crypto';
import { SignJWT, errors, exportJWK, generateKeyPair, jwtVerify, type CryptoKey, type JWK } from 'jose';
import { type Context } from '../context';
import { type Identity } from '../identities';

const trimmed = (url: string) => url.replace(/\/+$/, '').toLowerCase();

const resourceManagerNames = ['https://management.azure.com', 'https://management.core.windows.net'];

/** The audience of the workspace's own Grafana (Microsoft Learn, "authenticate data plane APIs"). */
const grafanaAudience = 'https://dashboard.azure.com';

/** Whether a token's audience is meant for Resource Manager: its public names, or this stand-in's own. */
export const isResourceManagerAudience = (audience: string, { urls }: Context): boolean =>
  [...resourceManagerNames, urls.resourceManager].map(trimmed).includes(trimmed(audience));

export const isGrafanaAudience = (audience: string): boolean => trimmed(audience) === grafanaAudience;

/** Microsoft Graph isn't here, but clients ask for a token to it just to learn who they are (azurerm). */
export const isGraphAudience = (audience: string): boolean => trimmed(audience) === 'https://graph.microsoft.com';

/** The token of an Authorization header. */
export const bearerToken = (header = ''): string | undefined => /^Bearer (\S+)$/i.exec(header)?.[1];

interface TokenClaims {
  clientId: string;
  objectId: string;
  tenantId: string;
  audience: string;
}

/** Why a token was refused, so that each API can say it in its own words. */
export type TokenRefusal = { reason: 'malformed' } | { reason: 'expired'; expiredAt: Date };

type TokenCheck = { ok: true; claims: TokenClaims } | ({ ok: false } & TokenRefusal);

/** Signs and checks access tokens with a key made for this run. Times are real ones: clients cache by them. */
export class TokenAuthority {
  private notBefore = 0;

  private constructor(
    private readonly keys: { privateKey: CryptoKey; publicKey: CryptoKey },
    private readonly keyId: string
  ) {}

  static async create(): Promise<TokenAuthority> {
    return new TokenAuthority(await generateKeyPair('RS256'), randomUUID());
  }

  async publicKeys(): Promise<{ keys: JWK[] }> {
    const jwk = await exportJWK(this.keys.publicKey);
    return { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: this.keyId }] };
  }

  issue(identity: Identity, tenantId: string, audience: string, lifetimeSeconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      appid: identity.clientId,
      appidacr: '1',
      idtyp: 'app',
      oid: identity.objectId,
      tid: tenantId,
      uti: randomUUID(),
      ver: '1.0',
      issuedMs: Date.now(),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.keyId })
      .setAudience(audience)
      .setIssuer(`https://sts.windows.net/${tenantId}/`)
      .setSubject(identity.objectId)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(this.keys.privateKey);
  }

  /** Refuses every token issued until now, as Entra does when a credential is revoked. */
  revokeAll(): void {
    this.notBefore = Date.now();
  }

  /** Checks signature, expiry and revocation; the audience is for the API to judge. */
  async check(token: string): Promise<TokenCheck> {
    try {
      const { payload } = await jwtVerify(token, this.keys.publicKey, { algorithms: ['RS256'] });
      if (Number(payload['issuedMs']) <= this.notBefore) {
        return { ok: false, reason: 'expired', expiredAt: new Date(this.notBefore) };
      }
      return {
        ok: true,
        claims: {
          clientId: String(payload['appid']),
          objectId: String(payload['oid']),
          tenantId: String(payload['tid']),
          audience: String(payload.aud),
        },
      };
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        return { ok: false, reason: 'expired', expiredAt: new Date(Number(error.payload.exp) * 1000) };
      }
      return { ok: false, reason: 'malformed' };
    }
  }
}
