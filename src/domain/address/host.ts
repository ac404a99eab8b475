const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`);

/** True for a plain host name in lower case: ASCII, without port, user or final dot. */
export function isHostName(text: string): boolean {
  return hostName.test(text);
}

/**
 * True for an IP address that something else than this machine can have: neither loopback, link-local, multicast nor
 * unspecified, in its plain spelling. The backend's writer takes no others.
 */
export function isReachableIp(text: string): boolean {
  if (text.includes('.')) {
    return isIpv4(text) && !specialV4.test(text);
  }
  const plain = plainIpv6(text);
  return plain !== undefined && !specialV6.test(plain);
}

/** True for an IPv6 address, without brackets and zone. */
export function isIpv6(text: string): boolean {
  return plainIpv6(text) !== undefined;
}

const specialV4 = /^(0\.0\.0\.0|255\.255\.255\.255|127\.|169\.254\.|2(2[4-9]|3\d)\.)/;
// ::ffff: is an address of IPv4 in the dress of IPv6.
const specialV6 = /^(::1?|::ffff:.*|fe[89ab].:.*|ff..:.*)$/;

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

/** The shortest spelling; undefined for all else. */
function plainIpv6(text: string): string | undefined {
  if (!/^[\da-f:.]+$/i.test(text)) {
    return undefined;
  }
  try {
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  } catch {
    return undefined;
  }
}
