import { type EndpointChange } from '../api/operations';
import { type Endpoint } from '../domain/endpoint';

/** True when an endpoint is as a change wanted it. */
export function holdsChange(endpoint: Endpoint, change: EndpointChange): boolean {
  return 'tags' in change
    ? sameTags(endpoint.tags, change.tags)
    : endpoint.domainName.toLowerCase() === change.domainName.toLowerCase();
}

function sameTags(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
