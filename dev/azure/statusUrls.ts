import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/**
 * Signed operation status URLs of the length and shape that real traffic has: tenant-level path, `<guid>*<64 hex>`,
 * upper-case region, and the query `api-version`, `t` (ticks), `c` (certificate), `s` (signature), `h` (hash).
 * The signature covers all of it, so a client that rewrites the query is found out.
 */
export class StatusUrls {
  private readonly key = randomBytes(32);
  private readonly certificate = randomBytes(1_450).toString('base64url');

  newId(): string {
    return `${randomUUID()}*${randomBytes(32).toString('hex').toUpperCase()}`;
  }

  create(origin: string, path: string, apiVersion: string, now: number): string {
    const url = new URL(path, origin);
    url.searchParams.set('api-version', apiVersion);
    url.searchParams.set('t', String(ticks(now)));
    url.searchParams.set('c', this.certificate);
    url.searchParams.set('s', this.signature(url));
    url.searchParams.set('h', createHash('sha256').update(url.pathname).digest('base64url'));
    return url.toString();
  }

  verify(url: URL): boolean {
    const given = Buffer.from(url.searchParams.get('s') ?? '');
    const right = Buffer.from(this.signature(url));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private signature({ pathname, searchParams }: URL): string {
    const signed = [pathname.toLowerCase(), ...['api-version', 't', 'c'].map((name) => searchParams.get(name))].join(
      '\n'
    );
    const parts = [0, 1, 2, 3].map((part) => createHmac('sha512', this.key).update(`${part}\n${signed}`).digest());
    return Buffer.concat(parts).toString('base64url');
  }
}

/** .NET ticks, 100 ns since year 1. */
const ticks = (now: number): bigint => BigInt(now) * 10_000n + 621_355_968_000_000_000n;
