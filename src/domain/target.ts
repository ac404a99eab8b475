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
  /** The properties that `targetPropertiesRead` names, in Azure's own shape. */
  properties: JsonObject;
  subResources: TargetSubResource[];
}

/** Paths below `properties` that pre-flight and host names read; nothing else is needed of a target. */
export const targetPropertiesRead = [
  // Pre-flight
  'publicNetworkAccess',
  'network.delegatedSubnetResourceId',
  'accessModeSettings',
  'virtualNetworkConfiguration',
  'parameters.customVirtualNetworkId',
  'parameters.enableNoPublicIp',
  'visibility',
  'enableProxyProtocol',
  // Host names
  'metrics.prometheusQueryEndpoint',
  'uri',
  'workspaceUrl',
  'fullyQualifiedDomainName',
  'serverNames',
] as const;
