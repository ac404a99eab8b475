import * as z from 'zod/mini';
import { type Change } from '../domain/changes/change';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { failureSchema } from './errors';
import { request } from './request';

/** The handle of an operation: the backend keeps nothing, so this is all there is to ask by. */
export const operationSchema = z.object({
  kind: z.enum(['create', 'update', 'delete', 'refresh', 'approve', 'reject']),
  name: z.string(),
  statusPath: z.string(),
  createdAt: z.string(),
}) satisfies z.ZodMiniType<Operation>;

export const writeAnswer = z.object({
  operation: operationSchema,
  overwritten: z.optional(z.record(z.string(), z.string())),
});

/** A change that Azure took. */
export interface SentChange {
  operation: Operation;
  /** All tags as someone else set them while the change was under way, where it wiped some of them out. */
  overwritten?: Record<string, string>;
}

export const operationAnswer = z.object({
  operation: operationSchema,
  status: z.enum(['running', 'succeeded', 'failed', 'canceled']),
  error: z.optional(failureSchema),
});

/**
 * Sends a change to Azure, once.
 * @throws BackendError; code `endpoint_replaced` where another endpoint has the name since
 */
export function sendChange(change: Change): Promise<SentChange> {
  const path = `/endpoints/${encodeURIComponent(change.name)}`;
  switch (change.kind) {
    case 'create':
      return request(path, writeAnswer, { method: 'PUT', body: change.request });
    case 'update':
      return request(path, writeAnswer, { method: 'PATCH', body: { ...change.fields, createdAt: change.createdAt } });
    case 'delete':
      return request(path, writeAnswer, { method: 'DELETE', body: { createdAt: change.createdAt } });
    case 'approve':
    case 'reject': {
      const { kind: decision, createdAt, connectionId, comment } = change;
      return request(`${path}/approval`, writeAnswer, {
        method: 'POST',
        body: { createdAt, connectionId, decision, comment },
      });
    }
    case 'refresh':
      return request('/refresh', writeAnswer, { method: 'POST', body: {} });
  }
}

/** How an operation is going. Without a status path the backend reads the endpoint itself. */
export async function fetchOperation(operation: Operation, signal?: AbortSignal): Promise<OperationProgress> {
  const { status, error } = await request('/operations', operationAnswer, { method: 'POST', body: operation, signal });
  return { status, error };
}
