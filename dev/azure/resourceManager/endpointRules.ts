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

/** Whether a workspace of the Essential tier can have endpoints is not known for sure, so it is a knob. */
export function checkCreate({ knobs }: Context, workspace: Workspace): void {
  if (knobs.refuseEssential && workspace.tier === 'Essential') {
    throw new ArmError(400, 'BadRequest', `Managed private endpoints are not supported for the SKU 'Essential'.`);
  }
}

/**
 * What a second PUT changes: the domain name and the tags. The location can't change at all; another target, sub-resource,
 * region or message is ignored.
 */
export function checkUpdate(endpoint: Endpoint, input: EndpointInput, workspace: Workspace): Partial<Endpoint> {
  const plain = (location: string) => location.replaceAll(' ', '');
  if (!same(plain(endpoint.location), plain(input.location))) {
    throw new ArmError(
      409,
      'InvalidResourceLocation',
      `The resource '${endpoint.name}' already exists in location '${endpoint.location}' in resource group '${workspace.resourceGroup}'. A resource with the same name cannot be created in location '${input.location}'. Please select a new resource name.`
    );
  }
  return { domainName: input.domainName, tags: input.tags ?? endpoint.tags };
}
