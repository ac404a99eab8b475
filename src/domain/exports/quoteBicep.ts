const named: Record<string, string> = { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Quotes a text as a Bicep string (Microsoft: data types in Bicep, string escapes). */
export function quoteBicep(text: string): string {
  const escaped = text
    .replace(/['\\\n\r\t]/g, (character) => named[character] ?? '')
    .replace(/\$(?=\{)/g, '\\$')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, (character) => {
      return `\\u{${character.charCodeAt(0).toString(16)}}`;
    });
  return `'${escaped}'`;
}

/** Writes an object key, quoted only where Bicep needs it. */
export function bicepKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : quoteBicep(key);
}
