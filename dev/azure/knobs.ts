import { z } from 'zod';

/** What a test may turn. Whatever is unknown about Azure is a knob here, with the safest value as its default. */
export const knobsSchema = z.strictObject({
  /** Items a list answers at once; more make a nextLink. */
  pageSize: z.number().int().min(1).max(10_000).default(100),
  /** How long a sign-in token is good for. */
  tokenLifetimeSeconds: z.number().int().min(1).max(86_400).default(3_600),
  /** Unset properties come as null, as Azure does right after a write, instead of being absent. */
  nullsInsteadOfAbsent: z.boolean().default(false),
  /** How long a long-running operation takes. */
  operationSeconds: z.number().min(0).max(86_400).default(3),
  /** Whether operations come with a Retry-After; real traffic had none. */
  retryAfterSeconds: z.number().int().min(0).nullable().default(null),
  /** PATCH, and PUT on an endpoint that exists, take an operation; otherwise they are done at once. */
  asyncUpdates: z.boolean().default(true),
  /** What a second PUT with another target, sub-resource, region or message does. */
  createOnlyChanges: z.enum(['ignore', 'refuse']).default('ignore'),
  /** Endpoint names that are longer are refused; 0 refuses none. */
  maxNameLength: z.number().int().min(0).default(0),
  /** Whether a workspace of the Essential tier refuses endpoints. */
  refuseEssential: z.boolean().default(false),
  /** Whether the workspace sees an owner's decision without a refresh. */
  syncsByItself: z.boolean().default(false),
  /** How long a data source's health check waits for a connection. */
  dialTimeoutSeconds: z.number().min(0.05).max(30).default(3),
  /** What a deleted endpoint leaves behind on its target. */
  deletedConnection: z.enum(['gone', 'disconnected']).default('gone'),
  /** The action that is checked for a refresh. */
  refreshAction: z.string().default('Microsoft.Dashboard/grafana/refreshManagedPrivateEndpoints/action'),
});

export type Knobs = z.infer<typeof knobsSchema>;

export const defaultKnobs = (): Knobs => knobsSchema.parse({});
