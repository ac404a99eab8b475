import { type AddressShape } from '../catalogue/dataSourceTypes';
import { isIpv6 } from './host';

/** An address taken apart. Put together again in order it is the whole text, but for the brackets of an IPv6 host and the port's colon. */
export interface AddressParts {
  /** As written, with `://`; '' when the address names none. */
  scheme: string;
  /** With its `@`; '' for none. It may hold a password. */
  user: string;
  /** An IPv6 address without its brackets. */
  host: string;
  /** Instance of an SQL server, with its backslash. */
  instance: string;
  /** What stands before the port: a colon or, for an SQL server, a comma; '' for none. */
  separator: string;
  /** '' when the address names none. */
  port: string;
  /** Path, query and options. */
  rest: string;
}

/** What an update of an address changes: another host, and where needed another port and scheme. */
export type Authority = Pick<AddressParts, 'scheme' | 'host' | 'port'>;

const host = '(\\[[^\\]]*\\]|[^:/?#\\\\@\\s;,]+)';
const port = '(?:(:)(\\d+))?';
// It may stand there, though the data sources that take a host and a port can't use it.
const strayScheme = '((?:[a-z][a-z0-9+.-]*://)?)';

// The backend reads the same (pkg/address/parts.go).
const patterns: Record<AddressShape, RegExp> = {
  url: new RegExp(`^((?:https?://)?)((?:[^/?#\\\\\\s]*@)?)${host}()${port}((?:[/?#].*)?)$`, 'is'),
  origin: new RegExp(`^((?:https?://)?)()${host}()()()()$`, 'i'),
  connectionString: new RegExp(`^(mongodb(?:\\+srv)?://)((?:[^/?#\\\\\\s]*@)?)${host}()${port}((?:[/?].*)?)$`),
  redis: new RegExp(`^((?:redis://)?)((?:[^/?#\\\\\\s]*@)?)${host}()${port}((?:[/?].*)?)$`),
  broker: new RegExp(`^((?:tcps?|tls|ssl|mqtts?|wss?)://)((?:[^/?#\\\\\\s]*@)?)${host}()${port}((?:[/?].*)?)$`),
  hostPort: new RegExp(`^${strayScheme}()${host}()${port}()$`, 'i'),
  host: new RegExp(`^${strayScheme}()${host}()()()()$`, 'i'),
  mssql: new RegExp(`^${strayScheme}()${host}(\\\\[^:,;\\s]*)?(?:([:,])(\\d+))?((?:;.*)?)$`, 'is'),
};

const plainHost = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?$/i;

/** Takes an address apart; undefined when its one host can't be told for sure: then it is shown, not written. */
export function parseAddress(shape: AddressShape, text: string): AddressParts | undefined {
  const found = text.length > 2048 ? null : patterns[shape].exec(text);
  if (!found) {
    return undefined;
  }
  const part = (group: number) => found[group] ?? '';
  const written = part(3);
  const parts = {
    scheme: part(1),
    user: part(2),
    host: written.replace(/[[\]]/g, ''),
    instance: part(4),
    separator: part(5),
    port: part(6),
    rest: part(7),
  };
  const isUrl = parts.scheme !== '' || ['url', 'redis'].includes(shape);
  return isHost(written) && isPort(parts.port) && (!isUrl || isSureUrl(parts)) ? parts : undefined;
}

function isHost(written: string): boolean {
  return written.startsWith('[') ? isIpv6(written.slice(1, -1)) : plainHost.test(written);
}

function isPort(text: string): boolean {
  return text === '' || (Number(text) >= 1 && Number(text) <= 65_535);
}

/** Puts an address together again. */
export function addressText({
  scheme,
  user,
  host: name,
  instance,
  separator,
  port: number,
  rest,
}: AddressParts): string {
  const written = name.includes(':') ? `[${name}]` : name;
  return `${scheme}${user}${written}${instance}${number && `${separator || ':'}${number}`}${rest}`;
}

// What net/url refuses, the data sources can't use, and the backend doesn't write. Nor may what stands before an @ in the
// path be the rest of a password.
function isSureUrl({ scheme, user, instance, separator, port: number, rest }: AddressParts): boolean {
  const escaped = user + rest.replace(/^([^?#]*)\?[^#]*/, '$1');
  const reads =
    /^[\w.~!$&'()*+,;=:%@-]*$/.test(user) && !/%(?![0-9a-f]{2})/i.test(escaped) && !/[\0-\x1f\x7f]/.test(rest);
  const endsAsUrl = instance === '' && separator !== ',' && !rest.startsWith(';');
  // The name server tells it.
  const oddPort = number !== '' && scheme.endsWith('+srv://');
  return reads && endsAsUrl && !oddPort && !((number !== '' || user.includes(':')) && leadsToHost(rest));
}

// What follows an @ and can be nothing but a host: with a port, or with a dot.
const hostAndPort = /^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}(?:[/?#;]|$)/i;
const dottedHost = /^[\w-]+(?:\.[\w-]+)+(?:[/?#;]|$)/;
const inOption = /[?&;#][^?&;#/=@]*=[^?&;#]*$/;

/**
 * True where what follows the authority shows that it may be part of a password: after its last @ stands a host, not an
 * option's value. Without an @ it begins with a separator, as no host does.
 */
export function leadsToHost(tail: string): boolean {
  const at = tail.lastIndexOf('@');
  const after = tail.slice(at + 1);
  return hostAndPort.test(after) || (dottedHost.test(after) && !inOption.test(tail.slice(0, at)));
}
