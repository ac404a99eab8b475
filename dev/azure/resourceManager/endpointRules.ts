import { z } from 'zod';
import { type Context } from '../context';
import { isBusy } from '../operations';
import { same, workspaceId, type Endpoint, type Workspace } from '../state';
import { ArmError } from './errors';
import { readBody } from './requests';

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined);
const tags = z.record(z.string(), z.string());

const putSchema = z.object({
  location: z.string().min(1),
  tags: tags.nullish(),
  properties: z.object({
    privateLinkResourceId: z
      .string()
      .regex(/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+$/i),
    privateLinkResourceRegion: text,
    groupIds: z.array(z.string()).nullish(),
    requestMessage: text,
    privateLinkServiceUrl: text,
  }),
});

/** What a caller may set; unset optionals may be empty, as azurerm sends them. */
export type EndpointInput = Pick<
  Endpoint,
  'location' | 'tags' | 'targetId' | 'targetRegion' | 'groupIds' | 'requestMessage' | 'domainName'
>;

type JsonRequest = Parameters<typeof readBody>[0];

/** Reads the body of a PUT. */
export async function readEndpoint(request: JsonRequest): Promise<EndpointInput> {
  const { location, tags: given, properties } = await readBody(request, putSchema);
  return {
    location,
    tags: given ?? undefined,
    targetId: properties.privateLinkResourceId,
    targetRegion: properties.privateLinkResourceRegion,
    groupIds: (properties.groupIds ?? []).filter((group) => group !== ''),
    requestMessage: properties.requestMessage,
    domainName: properties.privateLinkServiceUrl,
  };
}

/** Reads the tags of a PATCH. */
export const readTags = async (request: JsonRequest) => (await readBody(request, z.object({ tags }))).tags;

/** One write at a time settles on a workspace; the next one is told to come back. */
export function checkNotBusy({ world }: Context, workspace: Workspace): void {
  if (isBusy(world, workspaceId(workspace))) {
    const message = `Operation conflict occurred for workspace ${workspace.name}. Please try again later.`;
    throw new ArmError(409, 'ConflictInProcessing', message);
  }
}

/** What Azure's rules for a new endpoint are is not known for sure: each is a knob. */
export function checkCreate({ knobs }: Context, workspace: Workspace, name: string): void {
  if (knobs.refuseEssential && workspace.tier === 'Essential') {
    throw new ArmError(400, 'BadRequest', `Managed private endpoints are not supported for the SKU 'Essential'.`);
  }
  if (knobs.maxNameLength > 0 && name.length > knobs.maxNameLength) {
    const message = `The name '${name}' is longer than ${knobs.maxNameLength} characters.`;
    throw new ArmError(400, 'InvalidResourceName', message);
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
    const message = 'Only the domain name and tags of a managed private endpoint can be changed.';
    throw new ArmError(400, 'PropertyChangeNotAllowed', message);
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
