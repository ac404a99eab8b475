import { oneLine } from '../outsideText';

/** What isn't in exported code. */
export interface LeftOut {
  name: string;
  /** One sentence. */
  reason: string;
}

/** The same as comments of the code. */
export function leftOutNotes(leftOut: readonly LeftOut[], comment: '#' | '//'): string {
  return leftOut.map(({ name, reason }) => `${comment} Left out: ${oneLine(name)}. ${oneLine(reason)}\n`).join('');
}
