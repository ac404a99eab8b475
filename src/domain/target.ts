import { type JsonObject } from './json';
import { parseResourceId, resourceName } from './resourceId';

/** A private link resource as our backend answers it; '' / [] / {} when Azure said nothing. */
export interface Target {
  /** ARM `kind`, for example MongoDB. */
  kind: string;
  location: string;
  /** `sku.name`. */
  sku: string;
  /** Those that pre-flight and host names read (pkg/azure/target.go), in Azure's own shape. */
  properties: JsonObject;
  /** Group ids as the target itself names them (`privateLinkResources`). */
  subResources: string[];
}

/** A resource that a search found, in the short form of the backend's answer; '' where Azure said nothing. */
export interface FoundTarget {
  /** ARM id; its casing may vary. */
  id: string;
  name: string;
  kind: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
}

/** The first results of a search; `truncated` says that there are more. */
export interface FoundTargets {
  targets: FoundTarget[];
  truncated: boolean;
}

/** Name of a target for people: the resource's name, or the id as it is. */
export function nameOfTarget(targetId: string): string {
  const id = parseResourceId(targetId);
  return id.ok ? resourceName(id.value) : targetId;
}
