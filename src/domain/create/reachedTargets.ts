import { type Endpoint } from '../endpoint';
import { resourceKey } from '../resourceId';

/** The endpoints that a workspace has to each target, by the target's `resourceKey`; in the order of the list. */
export function endpointsByTarget(endpoints: readonly Endpoint[]): ReadonlyMap<string, Endpoint[]> {
  const byTarget = new Map<string, Endpoint[]>();
  endpoints.forEach((endpoint) => {
    const key = resourceKey(endpoint.targetId);
    byTarget.set(key, [...(byTarget.get(key) ?? []), endpoint]);
  });
  return byTarget;
}
