import * as z from 'zod/mini';
import { type CreateRequest } from '../domain/create/createRequest';
import { type Failure } from '../domain/failure';
import { type Operation, type OperationStatus } from '../domain/operations/operation';
import { failureSchema } from './errors';
import { request } from './request';

/** The handle of an operation: the backend keeps nothing, so this is all there is to ask by. */
export const operationSchema = z.object({
  kind: z.enum(['create', 'update', 'delete', 'refresh']),
  name: z.string(),
  statusPath: z.string(),
}) satisfies z.ZodMiniType<Operation>;

export const writeAnswer = z.object({ operation: operationSchema });

export const operationAnswer = z.object({
  operation: operationSchema,
  status: z.enum(['running', 'succeeded', 'failed', 'canceled']),
  error: z.optional(failureSchema),
});

/** What can be changed of an endpoint: one of the two at a time, as Azure takes them by different calls. */
export type EndpointChange = { tags: Record<string, string> } | { domainName: string };

/** Asks Azure to create an endpoint. */
export async function createEndpoint(name: string, body: CreateRequest): Promise<Operation> {
  return (await request(endpointPath(name), writeAnswer, { method: 'PUT', body })).operation;
}

/** Replaces all tags, or the domain name ('' takes it away). */
export async function changeEndpoint(name: string, body: EndpointChange): Promise<Operation> {
  return (await request(endpointPath(name), writeAnswer, { method: 'PATCH', body })).operation;
}

/** Deletes an endpoint; one that isn't there counts as deleted. */
export async function deleteEndpoint(name: string): Promise<Operation> {
  // The backend takes writes as JSON only, this one too.
  return (await request(endpointPath(name), writeAnswer, { method: 'DELETE', body: {} })).operation;
}

/** Syncs the workspace's network with what the owners of the targets decided. */
export async function refreshWorkspace(): Promise<Operation> {
  return (await request('/refresh', writeAnswer, { method: 'POST', body: {} })).operation;
}

/** How an operation stands. Without a status path the backend reads the endpoint itself. */
export async function fetchOperation(operation: Operation): Promise<{ status: OperationStatus; error?: Failure }> {
  const { kind, name, statusPath } = operation;
  return request('/operations', operationAnswer, { params: { kind, name, statusPath } });
}

function endpointPath(name: string): string {
  return `/endpoints/${encodeURIComponent(name)}`;
}
