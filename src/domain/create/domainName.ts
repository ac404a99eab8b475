import { accept, type Checked, refuse } from '../checked';

/** A domain name for an endpoint to a private link service, cleaned of what a pasted URL brings along. */
export interface DomainNameInput {
  /** Lower case, without scheme, port, path or final dot; may begin with `*.`. */
  domainName: string;
  /** Parts of a pasted URL that were taken off, for example ['https://', ':8086']; they belong in the data source. */
  removed: string[];
  /** What to know about it; '' when there is nothing. */
  warning: string;
}

/** Why there is such a field, for its help text. */
export const domainNameHelp = {
  what: 'Optional. Inside the managed network of this workspace, this name resolves to the private IP address of the endpoint. Data sources can use the name instead of an IP address that may change.',
  tls: 'You need it if the target uses TLS (https) or Server Name Indication (SNI), because certificates are issued for names, not for the private IP address.',
  wildcard:
    'A wildcard such as *.prom.contoso.com covers every name below prom.contoso.com. You then enter the full host name in each data source.',
};

/**
 * Reads a domain name: at least three parts (Azure refuses fewer with PrivateLinkServiceInvalidHostname), an optional
 * leading `*.`, no scheme and no port. A pasted URL is taken apart. The empty text is refused: leave the field out.
 */
export function checkDomainName(text: string): Checked<DomainNameInput> {
  const { host, removed } = takeApart(text.trim());
  const domainName = plainName(host);
  const wildcard = domainName.startsWith('*.');
  const labels = (wildcard ? domainName.slice(2) : domainName).split('.');
  return (
    shapeProblem(domainName, labels) ??
    accept({ domainName, removed, warning: wildcard && labels.length < 3 ? shortWildcard : '' })
  );
}

/** True when a host is served by a registered domain name: the same name, or one below a wildcard. Casing is ignored. */
export function domainNameCovers(domainName: string, host: string): boolean {
  const registered = plainName(domainName);
  const asked = plainName(host);
  return registered.startsWith('*.')
    ? asked.endsWith(registered.slice(1)) && !asked.startsWith('.')
    : asked !== '' && asked === registered;
}

/** A name as names are compared. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

const shortWildcard =
  'Azure requires at least three parts and may reject a wildcard followed by only two, such as *.contoso.com.';

function takeApart(text: string): { host: string; removed: string[] } {
  const [scheme, afterScheme] = splitAfter(/^[a-z][a-z0-9+.-]*:\/\//i, text);
  const [credentials, afterCredentials] = splitAfter(/^[^/?#@]*@/, afterScheme);
  const [host, afterHost] = splitAfter(/[^/?#:]*/, afterCredentials);
  const [port, path] = splitAfter(/^:\d*/, afterHost);
  const removed = [scheme, credentials && 'the user name', port, path].filter((part) => part !== '' && part !== '/');
  return { host, removed };
}

/** The start of a text that fits a pattern, '' for none, and the rest. */
function splitAfter(start: RegExp, text: string): [string, string] {
  const found = start.exec(text)?.[0] ?? '';
  return [found, text.slice(found.length)];
}

type Refusal = ReturnType<typeof refuse> | undefined;

function shapeProblem(domainName: string, labels: string[]): Refusal {
  if (domainName === '') {
    return refuse('Enter a domain name such as influx.internal.contoso.com.');
  }
  if (/^[\d.]+$/.test(domainName) || domainName.includes('[')) {
    return refuse(
      `${domainName} is an IP address, not a name.`,
      'Leave the field empty to use the private IP address.'
    );
  }
  if (domainName.length > 253) {
    return refuse(`Enter at most 253 characters (now ${domainName.length}).`);
  }
  return labels.map(labelProblem).find(Boolean) ?? countProblem(domainName, labels);
}

function labelProblem(label: string): Refusal {
  if (label === '') {
    return refuse('The name has an empty part. Remove the extra dot.');
  }
  if (label.includes('*')) {
    return refuse('Use a wildcard only at the start, for example *.prom.contoso.com.');
  }
  const bad = [...label].find((character) => !/[a-z0-9-]/.test(character));
  if (bad !== undefined) {
    return refuse(
      `"${bad}" isn't allowed in a domain name.`,
      'Use letters a-z, digits and hyphens. Enter internationalized names in their xn-- form.'
    );
  }
  if (label.length > 63 || label.startsWith('-') || label.endsWith('-')) {
    return refuse(`The part "${label}" must have 1-63 characters and can’t start or end with a hyphen.`);
  }
  return undefined;
}

function countProblem(domainName: string, labels: string[]): Refusal {
  const count = labels.length + Number(domainName.startsWith('*.'));
  if (count >= 3) {
    return undefined;
  }
  const domain = labels.length === 2 ? labels.join('.') : 'contoso.com';
  return refuse('The domain name needs at least three parts.', `Enter a name such as grafana.${domain}.`);
}
