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
  // An address of IPv4 in the dress of IPv6 (::ffff:10.0.0.5) is none.
  return text.includes('.') ? isIpv4(text) && !special.test(text) : isReachableV6(ipv6Groups(text.toLowerCase()));
}

/** True for an IPv6 address, without brackets and zone. */
export function isIpv6(text: string): boolean {
  return ipv6Groups(text.toLowerCase()) !== undefined;
}

const special = /^(0\.0\.0\.0|255\.255\.255\.255|127\..*|169\.254\..*|2(2[4-9]|3\d)\..*)$/;

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isReachableV6(groups: number[] | undefined): boolean {
  const [first = 0] = groups ?? [];
  const local = (first & 0xffc0) === 0xfe80 || first >= 0xff00;
  const nobody = groups?.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) < 2;
  return groups !== undefined && !local && !nobody;
}

function ipv6Groups(text: string): number[] | undefined {
  const [, before = '', v4 = ''] = /^(.*:)([\d.]*\.[\d.]*)$/.exec(text) ?? [];
  const halves = (v4 ? `${before}0:0` : text).split('::').map((half) => (half ? half.split(':') : []));
  const [head = [], tail] = halves;
  const given = halves.flat();
  const fits = tail ? halves.length === 2 && given.length < 8 : given.length === 8;
  if (!fits || !given.every((group) => /^[0-9a-f]{1,4}$/.test(group)) || (v4 !== '' && !isIpv4(v4))) {
    return undefined;
  }
  return [...head, ...Array<string>(8 - given.length).fill('0'), ...(tail ?? [])].map((group) => parseInt(group, 16));
}
