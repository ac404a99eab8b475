// Crockford's alphabet: no I, L, O and U, which are misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pattern = /(?<![0-9A-Z])MPE-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})(?![0-9A-Z])/gi;

/** Bytes of randomness that a request code needs. */
export const requestCodeBytes = 8;

/**
 * Makes the short code by which the owner recognises a request, for example `MPE-7K3M-X9QT`.
 * @param random at least `requestCodeBytes` bytes from a cryptographic source
 */
export function requestCode(random: Uint8Array): string {
  const letters = Array.from({ length: requestCodeBytes }, (_, i) => alphabet[(random[i] ?? 0) % alphabet.length]);
  return `MPE-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The request code in a text, in upper case; '' when there is none, or more than one that differ. */
export function findRequestCode(text: string): string {
  const [code = '', ...others] = new Set([...text.matchAll(pattern)].map((match) => match[0].toUpperCase()));
  return others.length === 0 ? code : '';
}

/** True when a text holds a certain request code, whatever its casing. */
export function holdsRequestCode(text: string, code: string): boolean {
  return [...text.matchAll(pattern)].some((match) => match[0].toUpperCase() === code.toUpperCase());
}
