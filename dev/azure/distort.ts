import { isRecord } from '../grafana/json';

type Json = unknown;

const endpointProperties = [
  'groupIds',
  'requestMessage',
  'privateLinkServiceUrl',
  'privateLinkServicePrivateIP',
  'privateLinkResourceRegion',
  'connectionState',
];

function mapObjects(value: Json, change: (object: Record<string, Json>) => Record<string, Json>): Json {
  if (Array.isArray(value)) {
    return value.map((item) => mapObjects(item, change));
  }
  if (!isRecord(value)) {
    return value;
  }
  const changed = change(value);
  return Object.fromEntries(Object.entries(changed).map(([key, item]) => [key, mapObjects(item, change)]));
}

/** Azure writes unset properties as explicit nulls right after a write and leaves them out later. */
export function withNulls(value: Json): Json {
  return mapObjects(value, (object) => {
    if (!('privateLinkResourceId' in object)) {
      return object;
    }
    return { ...Object.fromEntries(endpointProperties.map((key) => [key, null])), ...object };
  });
}

/** Ids and types in casings that Azure is known to answer with. Names keep theirs. */
export function oddCasing(value: Json): Json {
  return mapObjects(value, (object) => {
    const changed = { ...object };
    for (const [key, item] of Object.entries(object)) {
      if (typeof item === 'string' && key === 'type') {
        changed[key] = item.toUpperCase();
      } else if (typeof item === 'string' && /id$/i.test(key) && item.startsWith('/')) {
        changed[key] = item.replace('/resourceGroups/', '/resourcegroups/').replace('/Microsoft.', '/MICROSOFT.');
      }
    }
    return changed;
  });
}
