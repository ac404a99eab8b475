import * as z from 'zod/mini';
import { type Endpoint } from '../domain/endpoint';
import { toBackendError } from './errors';
import { request } from './request';
import { text } from './text';

/** A managed private endpoint as the backend tells it: every field is there, empty where Azure said nothing. */
export const endpointSchema = z.object({
  id: text,
  name: text,
  location: text,
  tags: z.record(z.string(), z.string()),
  provisioningState: text,
  connectionState: text,
  connectionDescription: text,
  targetId: text,
  targetRegion: text,
  subResources: z.array(text),
  requestMessage: text,
  domainName: text,
  privateIp: text,
  createdAt: text,
  createdBy: text,
  lastModifiedAt: text,
  lastModifiedBy: text,
  extra: z.record(z.string(), z.json()),
}) satisfies z.ZodMiniType<Endpoint>;

export const endpointsAnswer = z.object({ endpoints: z.array(endpointSchema) });
export const endpointAnswer = z.object({ endpoint: endpointSchema });

/** All endpoints of the configured workspace. */
export async function fetchEndpoints(signal?: AbortSignal): Promise<Endpoint[]> {
  return (await request('/endpoints', endpointsAnswer, { signal })).endpoints;
}

/** The endpoint that has a name now, undefined for none. */
export async function findEndpoint(name: string): Promise<Endpoint | undefined> {
  try {
    return await fetchEndpoint(name);
  } catch (thrown) {
    const error = toBackendError(thrown);
    if (error.code === 'azure_not_found') {
      return undefined;
    }
    throw error;
  }
}

/** One endpoint; code `azure_not_found` when there is none of this name. */
export async function fetchEndpoint(name: string, signal?: AbortSignal): Promise<Endpoint> {
  return (await request(`/endpoints/${encodeURIComponent(name)}`, endpointAnswer, { signal })).endpoint;
}
