import { isFetchError } from '@grafana/runtime';
import * as z from 'zod/mini';
import { type Failure } from '../domain/failure';
import { text } from './text';

/** Checks a failure as the backend answers it (pkg/plugin). */
export const failureSchema = z.object({
  code: text,
  message: text,
  field: z.optional(text),
  cause: z.optional(text),
  hint: z.optional(text),
  requestId: z.optional(text),
  retryAfter: z.optional(z.number()),
}) satisfies z.ZodMiniType<Failure>;

/** A failure as the UI handles it: it branches on `code`, never on the text of a message. */
export class BackendError extends Error {
  constructor(
    readonly failure: Failure,
    readonly status: number
  ) {
    super(failure.message);
    this.name = 'BackendError';
  }

  get code(): string {
    return this.failure.code;
  }
}

/** The answer did not have the shape that this version of the front end knows. */
export function unreadableAnswer(detail: string): BackendError {
  return new BackendError(
    {
      code: 'unreadable_answer',
      message: 'The plugin’s backend returned an unexpected response.',
      hint: 'This page and the backend may have different versions. Reload the page. If that doesn’t help, restart Grafana.',
      cause: detail,
    },
    0
  );
}

/**
 * Turns whatever a request threw into a BackendError. Grafana itself answers for a plugin that is not enabled (404), a
 * session that ended (401) and a backend that is not running (500, `plugin.*`), in its own shapes.
 */
export function toBackendError(thrown: unknown): BackendError {
  if (thrown instanceof BackendError) {
    return thrown;
  }
  if (!isFetchError(thrown) || thrown.status <= 0) {
    return new BackendError(
      {
        code: 'unreachable',
        message: 'Grafana didn’t respond.',
        hint: 'Check your connection to Grafana, then try again.',
        cause: thrown instanceof Error ? thrown.message : String(thrown),
      },
      0
    );
  }
  const ours = z.safeParse(failureSchema, thrown.data);
  if (ours.success) {
    return new BackendError(ours.data, thrown.status);
  }
  return new BackendError({ ...grafanaFailure(thrown.status), cause: grafanaText(thrown.data) }, thrown.status);
}

/** Grafana's own answer to a session that ended. */
export const signedOut: Failure = {
  code: 'signed_out',
  message: 'Your session in Grafana has ended.',
  hint: 'Reload the page and sign in again.',
};

function grafanaFailure(status: number): Failure {
  switch (status) {
    case 401:
      return signedOut;
    case 403:
      return {
        code: 'grafana_refused',
        message: 'You don’t have permission to use this plugin.',
        hint: 'Ask a Grafana admin for the Admin role in this organization.',
      };
    case 404:
      return {
        code: 'plugin_not_enabled',
        message: 'The plugin isn’t enabled in this organization.',
        hint: 'A Grafana admin can enable it on the plugin’s page.',
      };
    default:
      return {
        code: 'backend_down',
        message: 'The plugin’s backend isn’t running.',
        hint: 'Grafana restarts it automatically. Try again in a few seconds. If the problem persists, search Grafana’s log for this plugin’s ID.',
      };
  }
}

const grafanaMessage = z.object({ message: text });

function grafanaText(data: unknown): string | undefined {
  const parsed = z.safeParse(grafanaMessage, data);
  return parsed.success ? parsed.data.message : undefined;
}
