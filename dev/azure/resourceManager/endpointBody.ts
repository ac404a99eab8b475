import { z } from 'zod';
import { type Endpoint } from '../state';
import { ArmError } from './errors';

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

/** Reads the body of a PUT; throws Azure's 400 for what does not fit. */
export async function readEndpoint(request: { json(): Promise<unknown> }): Promise<EndpointInput> {
  const { location, tags: given, properties } = checked(putSchema, await readJson(request));
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
export async function readTags(request: { json(): Promise<unknown> }): Promise<Record<string, string>> {
  return checked(z.object({ tags }), await readJson(request)).tags;
}

export async function readJson(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid and could not be deserialized.');
  }
}

export function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw new ArmError(
      400,
      'InvalidRequestContent',
      `The request content was invalid: '${path}': ${issue?.message ?? ''}.`
    );
  }
  return result.data;
}
