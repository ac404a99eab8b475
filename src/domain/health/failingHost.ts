import { type FindingId } from './findings';
import { type HealthSubject } from './healthRule';

const signInHosts = /^(?:login\.|sts\.|.*\.login\.)|microsoftonline|^169\.254\.169\.254$/i;
const signInPath = /\b(?:sso|auth|oauth2?|login|signin|saml|idp)\b/i;

/**
 * What a failure means that befell another host than the one in the data source's address: a proxy, the authentication
 * service, a member of a replica set, or a redirect. Undefined where it befell the target itself, or nothing tells.
 */
export function findingOfOtherHost(text: string, { hosts = [] }: HealthSubject): FindingId | undefined {
  const name = /\blookup ([^\s:]+)/i.exec(text)?.[1]?.toLowerCase();
  const url = lastUrl(text);
  const isOther = (host: string | undefined) => host !== undefined && hosts.length > 0 && !hosts.includes(host);
  return (
    ofProxy(text, name) ??
    ofSignIn(text, name, url) ??
    (isOther(name) ? ofOtherName(text) : undefined) ??
    (url && isOther(url.host) && signInPath.test(url.host + url.path) ? 'redirected' : undefined)
  );
}

function ofProxy(text: string, name: string | undefined): FindingId | undefined {
  if (/proxyconnect/i.test(text)) {
    return name === undefined ? 'proxyFails' : 'proxyName';
  }
  if (/socks connect/i.test(text)) {
    return /unreachable|no route/i.test(text) ? 'noRoute' : 'proxyFails';
  }
  return undefined;
}

function ofSignIn(text: string, name: string | undefined, url: FailedUrl | undefined): FindingId | undefined {
  const isOfSignIn =
    signInHosts.test(name ?? '') || (url && (signInHosts.test(url.host) || /\/token\b/.test(url.path)));
  if (!isOfSignIn || !/dial tcp|no such host|i\/o timeout|connection refused/i.test(text)) {
    return undefined;
  }
  return name === undefined ? 'signInRoute' : 'signInName';
}

function ofOtherName(text: string): FindingId | undefined {
  if (/server selection/i.test(text)) {
    return 'memberName';
  }
  return /no such host/i.test(text) ? 'otherName' : undefined;
}

interface FailedUrl {
  host: string;
  path: string;
}

// Go names the URL that failed last: Get "https://host/path": reason.
function lastUrl(text: string): FailedUrl | undefined {
  const found = [...text.matchAll(/\b(?:Get|Post|Put|Head) \\*"https?:\/\/([^/":?]+)[^/"?]*([^"?\\]*)/gi)].at(-1);
  return found && { host: (found[1] ?? '').toLowerCase(), path: found[2] ?? '' };
}
