import { type Context } from '../context';
import { isBusy } from '../operations';
import { same, workspaceId, type Endpoint, type Workspace } from '../state';
import { type EndpointInput } from './endpointBody';
import { ArmError } from './errors';

/** One write at a time settles on a workspace; the next one is told to come back. */
export function checkNotBusy({ world }: Context, workspace: Workspace): void {
  if (isBusy(world, workspaceId(workspace))) {
    throw new ArmError(
      409,
      'ConflictInProcessing',
      `Operation conflict occurred for workspace ${workspace.name}. Please try again later.`
    );
  }
}

/** What Azure's rules for a new endpoint are is not known for sure: each is a knob. */
export function checkCreate({ knobs }: Context, workspace: Workspace, name: string): void {
  if (knobs.refuseEssential && workspace.tier === 'Essential') {
    throw new ArmError(400, 'BadRequest', `Managed private endpoints are not supported for the SKU 'Essential'.`);
  }
  if (knobs.maxNameLength > 0 && name.length > knobs.maxNameLength) {
    throw new ArmError(
      400,
      'InvalidResourceName',
      `The name '${name}' is longer than ${knobs.maxNameLength} characters.`
    );
  }
}

/** What a second PUT changes: the domain name and the tags. The location can't change at all. */
export function checkUpdate(
  { knobs }: Context,
  endpoint: Endpoint,
  input: EndpointInput,
  workspace: Workspace
): Partial<Endpoint> {
  if (!sameLocation(endpoint.location, input.location)) {
    throw new ArmError(
      409,
      'InvalidResourceLocation',
      `The resource '${endpoint.name}' already exists in location '${endpoint.location}' in resource group '${workspace.resourceGroup}'. A resource with the same name cannot be created in location '${input.location}'. Please select a new resource name.`
    );
  }
  if (knobs.createOnlyChanges === 'refuse' && changesCreateOnly(endpoint, input)) {
    throw new ArmError(
      400,
      'PropertyChangeNotAllowed',
      'Only the domain name and tags of a managed private endpoint can be changed.'
    );
  }
  return { domainName: input.domainName, tags: input.tags ?? endpoint.tags };
}

const sameLocation = (a: string, b: string): boolean => same(a.replaceAll(' ', ''), b.replaceAll(' ', ''));

function changesCreateOnly(endpoint: Endpoint, input: EndpointInput): boolean {
  return (
    !same(endpoint.targetId, input.targetId) ||
    (endpoint.targetRegion ?? '') !== (input.targetRegion ?? '') ||
    (endpoint.requestMessage ?? '') !== (input.requestMessage ?? '') ||
    String(endpoint.groupIds ?? []) !== String(input.groupIds ?? [])
  );
}
