import * as z from 'zod/mini';
import { type EndpointStateAnswer } from '../domain/endpointState';
import { request } from './request';
import { text } from './text';

const state = z.object({
  name: text,
  resourceType: text,
  subResources: z.array(text),
  provisioningState: text,
  connectionState: text,
  ready: z.boolean(),
  createdAt: text,
}) satisfies z.ZodMiniType<EndpointStateAnswer>;

export const statesAnswer = z.object({ endpoints: z.array(state) });

/** The states of all endpoints, also for Editors and Viewers; code `role_required` where the operator doesn't allow that. */
export async function fetchStates(signal?: AbortSignal): Promise<EndpointStateAnswer[]> {
  return (await request('/states', statesAnswer, { signal })).endpoints;
}
