/** What is wrong with something that was typed, and what to do next. */
export interface Problem {
  /** One plain sentence that names what is wrong and where. */
  message: string;
  /** What to do next; left out when the message says it all. */
  hint?: string;
  /** It stops nothing: Azure decides. */
  isWarning?: boolean;
}

/** What is wrong with a form, by field; a field that is fine is missing. */
export type Problems<Field extends string> = Partial<Record<Field, Problem>>;

/** True for a problem that has to be solved first. */
export function stops(problem: Problem | undefined): problem is Problem {
  return problem !== undefined && !problem.isWarning;
}

/** A problem as text. */
export function problemText({ message, hint }: Problem): string {
  return [message, hint].filter(Boolean).join(' ');
}

/** The outcome of reading an input: a value, or one problem. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Wraps a value that was read without a problem. */
export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a problem. */
export function refuse(message: string, hint?: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { message, ...(hint && { hint }) } };
}
