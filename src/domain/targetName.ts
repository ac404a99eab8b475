import { parseResourceId, resourceName } from './resourceId';

/** Name of a target for people: the resource's name, or the id as it is. */
export function nameOfTarget(targetId: string): string {
  const id = parseResourceId(targetId);
  return id.ok ? resourceName(id.value) : targetId;
}
