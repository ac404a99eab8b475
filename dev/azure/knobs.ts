import { z } from 'zod';

/** What a test may turn. Where Azure may do the one or the other, the default is the safest. */
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
  /** Whether a workspace of the Essential tier refuses endpoints. */
  refuseEssential: z.boolean().default(false),
  /** Whether the workspace sees an owner's decision without a refresh. */
  syncsByItself: z.boolean().default(false),
  /** How long an event takes to show up in the activity log. */
  activityDelaySeconds: z.number().min(0).max(86_400).default(0),
  /** Whether the activity log looks empty to whoever may not read it, instead of a refusal. */
  activityHidesRefusal: z.boolean().default(false),
  /** How long a data source's health check waits for a connection. */
  dialTimeoutSeconds: z.number().min(0.05).max(30).default(3),
});

export type Knobs = z.infer<typeof knobsSchema>;

export const defaultKnobs = (): Knobs => knobsSchema.parse({});
