import * as z from 'zod/mini';
import { type FollowedTarget, type Following } from '../domain/following';
import { endpointSchema } from './endpoints';
import { failureSchema } from './errors';
import { operationSchema } from './operations';
import { request } from './request';
import { text } from './text';

/** A private endpoint connection as its target tells it. */
const connectionSchema = z.object({
  id: text,
  name: text,
  status: text,
  description: text,
});

export const followedTarget = z.object({
  name: text,
  grade: z.enum(['confirmed', 'probable', 'unknown']),
  reason: text,
  connection: z.optional(connectionSchema),
  error: z.optional(failureSchema),
  readAt: text,
});

export const followAnswer = z.object({
  endpoints: z.array(endpointSchema),
  targets: z.array(followedTarget),
  refresh: z.object({
    automatic: z.enum(['off', 'decided', 'pending']),
    lastStartedAt: z.optional(text),
    lastOperation: z.optional(operationSchema),
    startedNow: z.boolean(),
    because: z.array(z.object({ name: text, decision: text })),
    error: z.optional(failureSchema),
  }),
}) satisfies z.ZodMiniType<Following>;

/**
 * Follows the workspace: its endpoints, what their targets say, and its refresh, which this may start.
 * @param first the endpoint that someone looks at, whose target is read more often; '' for none
 */
export function follow(first: string, signal: AbortSignal): Promise<Following> {
  return request('/follow', followAnswer, { method: 'POST', body: { first }, signal });
}

/** What the target of an endpoint says about it now, whatever the endpoint's state is. */
export function fetchTargetView(name: string, signal?: AbortSignal): Promise<FollowedTarget> {
  return request(`/endpoints/${encodeURIComponent(name)}/connection`, followedTarget, { signal });
}
