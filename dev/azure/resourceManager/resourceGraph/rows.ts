import { type Context } from '../../context';
import { mayAct, type Identity } from '../../identities';
import { type Json, type JsonObject } from '../../state';
import { targetJson } from '../../targets/json';
import { endpointJson } from '../endpointJson';
import { workspaceJson } from '../workspaceJson';
import { type Row } from './expression';

/** The table `resources` as this caller sees it: what it may not read is just missing. */
export function resourceRows(context: Context, identity: Identity, subscriptions: string[]): Row[] {
  const { world } = context;
  const wanted = new Set(
    (subscriptions.length > 0 ? subscriptions : world.subscriptions.map(({ id }) => id)).map((id) => id.toLowerCase())
  );
  const resources: JsonObject[] = [
    ...world.workspaces.map((workspace) => workspaceJson(context, workspace)),
    ...world.workspaces.flatMap((workspace) =>
      [...workspace.endpoints.values()].map((endpoint) => endpointJson(context, workspace, endpoint))
    ),
    ...[...world.targets.values()].map(targetJson),
  ];
  return resources
    .map((resource) => row(resource, world.tenantId))
    .filter(
      ({ id, type, subscriptionId }) =>
        wanted.has(String(subscriptionId)) && mayAct(identity, `${String(type)}/read`, String(id))
    );
}

/** Types and resource groups are in lower case there; what a resource lacks is null, kind is empty. */
function row(resource: JsonObject, tenantId: string): Row {
  const id = String(resource['id']);
  const [, , subscriptionId = '', , resourceGroup = ''] = id.split('/');
  const column = (name: string): Json => resource[name] ?? null;
  return {
    id,
    name: column('name'),
    type: String(resource['type']).toLowerCase(),
    tenantId,
    kind: resource['kind'] ?? '',
    location: column('location'),
    resourceGroup: resourceGroup.toLowerCase(),
    subscriptionId: subscriptionId.toLowerCase(),
    managedBy: '',
    sku: column('sku'),
    plan: null,
    properties: column('properties'),
    tags: column('tags'),
    identity: column('identity'),
  };
}
