import * as z from 'zod/mini';
import { type SignInOptions } from '../domain/settings/setup';
import { type WorkspaceSummary } from '../domain/workspace';
import { failureSchema } from '../api/errors';
import { signInAnswer, workspacesAnswer } from '../api/setup';
import { text } from '../api/text';

/** What the data source's backend answers its settings page (pkg/monitor/resources.go). */
export const optionsAnswer: z.ZodMiniType<SignInOptions> = signInAnswer;
export const foundAnswer: z.ZodMiniType<{ workspaces: WorkspaceSummary[] }> = workspacesAnswer;

export const statusAnswer = z.object({
  automaticRefresh: z.enum(['off', 'decided', 'pending']),
  running: z.boolean(),
  runs: z.array(
    z.object({
      workspace: text,
      lastRun: z.optional(text),
      nextRun: z.optional(text),
      lastRefresh: z.optional(text),
      because: z.array(z.object({ name: text, decision: text })),
      error: z.optional(failureSchema),
    })
  ),
});

export type Status = z.infer<typeof statusAnswer>;
