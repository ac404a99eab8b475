import { isHostName } from '../address/host';
import { type Endpoint } from '../endpoint';
import { resourceKey } from '../resourceId';
import { type ConfirmedHost, isConfirmedHost } from '../settings/confirmedHosts';
import { plainHost } from './endpointIndex';

/** A name that is confirmed, or isn't any longer. */
export interface HostConfirmation extends ConfirmedHost {
  isConfirmed: boolean;
}

/** The names after one of them changed. All others stay: someone else may have confirmed them since the page was loaded. */
export function changeConfirmedHost(stored: unknown, { isConfirmed, ...one }: HostConfirmation): ConfirmedHost[] {
  const others = (Array.isArray(stored) ? (stored as unknown[]) : []).filter(
    (other) => !isConfirmedHost(other) || !isSame(other, one)
  );
  return [...others, ...(isConfirmed ? [{ ...one, host: plainHost(one.host) }] : [])] as ConfirmedHost[];
}

/** Endpoints of a workspace with the names that are confirmed for their targets. */
export function withConfirmedHosts(
  endpoints: readonly Endpoint[],
  confirmed: readonly ConfirmedHost[],
  workspaceId: string
): Endpoint[] {
  const byTarget = new Map<string, string[]>();
  for (const one of confirmed) {
    if (resourceKey(one.workspaceId) === resourceKey(workspaceId)) {
      const key = resourceKey(one.targetId);
      byTarget.set(key, [...(byTarget.get(key) ?? []), plainHost(one.host)]);
    }
  }
  return endpoints.map((endpoint) => {
    const confirmedHosts = byTarget.get(resourceKey(endpoint.targetId));
    return confirmedHosts ? { ...endpoint, confirmedHosts } : endpoint;
  });
}

/** True for what can be confirmed: a name, not an IP address, which private networks use again and again. */
export function canBeConfirmed(host: string): boolean {
  return host.includes('.') && /[a-z]/i.test(host) && isHostName(plainHost(host));
}

function isSame(a: ConfirmedHost, b: ConfirmedHost): boolean {
  return (
    resourceKey(a.workspaceId) === resourceKey(b.workspaceId) &&
    resourceKey(a.targetId) === resourceKey(b.targetId) &&
    plainHost(a.host) === plainHost(b.host)
  );
}
