/** What is wrong with an input, where, and what to do next. */
export interface Problem {
  /** One plain sentence that names what is wrong and where. */
  message: string;
  /** What to do next; '' when the message says it all. */
  hint: string;
}

/** The outcome of reading an input: a value, or one problem. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Wraps a value that was read without a problem. */
export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps a problem. */
export function refuse(message: string, hint = ''): { ok: false; problem: Problem } {
  return { ok: false, problem: { message, hint } };
}
