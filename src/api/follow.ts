import * as z from 'zod/mini';
import { endpointSchema } from './endpoints';
import { failureSchema } from './errors';
import { operationSchema } from './operations';

const text = z.string();

/** A private endpoint connection as its target tells it. */
const connectionSchema = z.object({
  id: text,
  name: text,
  status: text,
  description: text,
  privateEndpointId: text,
  groupIds: z.array(text),
});

const followedTarget = z.object({
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
    dueAt: z.optional(text),
    error: z.optional(failureSchema),
  }),
});
