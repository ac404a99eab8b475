import * as z from 'zod/mini';
import { type ActivityLog } from '../domain/activity';
import { request } from './request';
import { text } from './text';

export const activityAnswer = z.object({
  changes: z.array(
    z.object({
      what: z.enum(['created', 'updated', 'deleted', 'refreshed']),
      endpoint: z.optional(text),
      outcome: z.enum(['started', 'succeeded', 'failed']),
      time: text,
      endedAt: z.optional(text),
      who: text,
      own: z.boolean(),
      reason: text,
      correlationId: text,
    })
  ),
  since: text,
  complete: z.boolean(),
}) satisfies z.ZodMiniType<ActivityLog>;

/**
 * What Azure's activity log tells of the workspace's endpoints in the last 90 days; code `azure_forbidden` where the identity
 * may not read it. Azure logs a change minutes after it happened.
 */
export function fetchActivity(signal?: AbortSignal): Promise<ActivityLog> {
  return request('/activity', activityAnswer, { signal });
}
