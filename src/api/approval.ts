import * as z from 'zod/mini';
import { type PendingApproval } from '../domain/approval/pendingApproval';
import { request } from './request';
import { text } from './text';

export const approvalAnswer = z.object({
  createdAt: text,
  requestedBy: text,
  requestMessage: text,
  code: text,
  targetId: text,
  connectionId: text,
  connectionName: text,
  privateEndpointId: text,
  documented: z.boolean(),
  permission: z.object({ state: z.enum(['granted', 'notGranted', 'unknown']), action: text, role: text }),
}) satisfies z.ZodMiniType<PendingApproval>;

/**
 * The request of an endpoint, read anew from its target.
 * @throws BackendError; codes `approval_not_allowed`, `approval_off`, `request_decided`, `request_not_confirmed`
 */
export function fetchApproval(name: string, signal?: AbortSignal): Promise<PendingApproval> {
  return request(`/endpoints/${encodeURIComponent(name)}/approval`, approvalAnswer, { signal });
}
