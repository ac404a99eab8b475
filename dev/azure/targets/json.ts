import { type Connection, type JsonObject, type Target } from '../state';
import { kindOf, type SubResource } from './kinds';

/** A connection in its provider's words. */
export function connectionJson(target: Target, connection: Connection): JsonObject {
  const kind = kindOf(target.type);
  const groups: JsonObject =
    kind?.groups === 'groupId'
      ? { groupId: connection.groupIds[0] ?? '' }
      : kind?.groups === 'none'
        ? { linkIdentifier: String(536_870_912 + connection.name.length) }
        : { groupIds: connection.groupIds };
  return {
    id: `${target.id}/privateEndpointConnections/${connection.name}`,
    name: connection.name,
    type: `${target.type}/privateEndpointConnections`,
    properties: {
      privateEndpoint: { id: connection.privateEndpointId },
      ...groups,
      privateLinkServiceConnectionState: {
        status: connection.status,
        description: connection.description,
        actionsRequired: 'None',
      },
      provisioningState: connection.provisioningState,
    },
  };
}

/** The resource itself; some providers put its connections into it. */
export function targetJson(target: Target): JsonObject {
  const { id, name, type, location, kind, sku, properties, connections } = target;
  const carried: JsonObject = kindOf(type)?.carriesConnections
    ? { privateEndpointConnections: connections.map((connection) => connectionJson(target, connection)) }
    : {};
  return {
    id,
    name,
    type,
    location,
    tags: {},
    ...(kind ? { kind } : {}),
    ...(sku ? { sku } : {}),
    properties: { provisioningState: 'Succeeded', ...properties, ...carried },
  };
}

export function subResourceJson(
  target: Target,
  { groupId, requiredMembers, requiredZoneNames }: SubResource
): JsonObject {
  return {
    id: `${target.id}/privateLinkResources/${groupId}`,
    name: groupId,
    type: `${target.type}/privateLinkResources`,
    properties: { groupId, requiredMembers, requiredZoneNames },
  };
}
