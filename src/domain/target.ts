import { type JsonObject } from './json';

/** A sub-resource as the target itself names it (`privateLinkResources`). */
export interface TargetSubResource {
  groupId: string;
  requiredMembers: string[];
  requiredZoneNames: string[];
}

/** A private link resource as our backend answers it; '' / [] / {} when Azure said nothing. */
export interface Target {
  /** ARM id. */
  id: string;
  name: string;
  type: string;
  /** ARM `kind`, for example MongoDB. */
  kind: string;
  location: string;
  /** `sku.name`. */
  sku: string;
  /** Those that pre-flight and host names read (pkg/azure/target.go), in Azure's own shape. */
  properties: JsonObject;
  subResources: TargetSubResource[];
}
