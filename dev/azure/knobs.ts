import { z } from 'zod';

/** What a test may turn. Whatever is unknown about Azure is a knob here, with the safest value as its default. */
export const knobsSchema = z.strictObject({
  /** Items a list answers at once; more make a nextLink. */
  pageSize: z.number().int().min(1).max(10_000).default(100),
  /** How long a sign-in token is good for. */
  tokenLifetimeSeconds: z.number().int().min(1).max(86_400).default(3_600),
  /** Unset properties come as null, as Azure does right after a write, instead of being absent. */
  nullsInsteadOfAbsent: z.boolean().default(false),
});

export type Knobs = z.infer<typeof knobsSchema>;

export const defaultKnobs = (): Knobs => knobsSchema.parse({});
