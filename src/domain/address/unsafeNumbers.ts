/** A number in a JSON text that JavaScript can't hold: reading and writing it would change it. */
export interface UnsafeNumber {
  /** Key it stands under; '' at the top or when unknown. */
  key: string;
  /** As written. */
  text: string;
}

/**
 * Finds the numbers of a raw JSON text that JavaScript would change. A data source that has one is shown, not written.
 * The text must be JSON; numbers inside strings don't count.
 */
export function unsafeNumbers(json: string): UnsafeNumber[] {
  const found: UnsafeNumber[] = [];
  let key = '';
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|-?\d[\d.eE+-]*/gs)) {
    if (token.startsWith('"')) {
      key = token.endsWith(':') ? token.slice(1, token.lastIndexOf('"')) : key;
    } else if (!isHeld(token)) {
      found.push({ key, text: token });
    }
  }
  return found;
}

// A number is held when JavaScript writes the same value that it read.
function isHeld(token: string): boolean {
  return canonical(token) === canonical(String(Number(token)));
}

// Digits without zeros at the ends, and where the point stands: 1.50 and 15e-1 are the same.
function canonical(text: string): string {
  return text.replace(
    /(-?)(\d+)\.?(\d*)(?:e(.+))?/i,
    (_, sign: string, whole: string, fraction: string, exponent?: string) => {
      const digits = (whole + fraction).replace(/^0+/, '');
      const trimmed = digits.replace(/0+$/, '');
      return trimmed && `${sign}${trimmed}e${BigInt(exponent ?? 0) + BigInt(digits.length - fraction.length)}`;
    }
  );
}
