import * as z from 'zod/mini';
import { type ActivityLog } from '../domain/activity/activity';
import { request } from './request';
import { text } from './text';

export const activityAnswer = z.object({
  events: z.array(
    z.object({
      time: text,
      caller: text,
      own: z.boolean(),
      operation: text,
      endpoint: text,
      status: text,
      subStatus: text,
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
