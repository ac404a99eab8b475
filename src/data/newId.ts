let count = 0;

/** An id that no other tab makes; `crypto.randomUUID` exists only over https. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A unique id that sorts by time; two of the same millisecond stay in order. */
export function timedId(now = Date.now()): string {
  return `${String(now).padStart(15, '0')}-${String(count++).padStart(6, '0')}-${randomId()}`;
}

/** When such an id was made, in milliseconds since 1970; NaN for an id of another kind. */
export function timeOfId(id: string): number {
  return /^\d{15}-/.test(id) ? Number(id.slice(0, 15)) : NaN;
}
