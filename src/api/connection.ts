import * as z from 'zod/mini';
import { failureSchema } from './errors';
import { request } from './request';

const text = z.string();

/** A private endpoint connection as its target tells it. The grade is the backend's, which knows no noted ids. */
const connectionSchema = z.object({
  id: text,
  name: text,
  status: text,
  description: text,
  privateEndpointId: text,
  groupIds: z.array(text),
  grade: z.enum(['certain', 'likely', 'none']),
  reason: text,
});

/** `readable` is false where the target's connections can't be read; then `error` says why. */
export const connectionAnswer = z.object({
  readable: z.boolean(),
  connections: z.array(connectionSchema),
  error: z.optional(failureSchema),
});

export type ConnectionAnswer = z.infer<typeof connectionAnswer>;

/** The target's view of an endpoint. */
export function fetchConnection(name: string): Promise<ConnectionAnswer> {
  return request(`/endpoints/${encodeURIComponent(name)}/connection`, connectionAnswer);
}
