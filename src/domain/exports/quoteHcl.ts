/** Quotes a text as an HCL string that holds no interpolation (HashiCorp: HCL native syntax, quoted templates). */
export function quoteHcl(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // Doubling "$" before "{" fails where another comes before it: the scanner takes "$$" for a pair.
    .replace(/[\u0000-\u001f\u007f]|[$%](?=\{)/g, unicodeEscape);
  return `"${escaped}"`;
}

/** A name for a Terraform block: letters, digits and underscores, beginning with a letter; `kind` comes before what doesn't. */
export function terraformName(text: string, kind = 'endpoint'): string {
  const clean = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(clean) ? clean : `${kind}_${clean}`.replace(/_$/, '');
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
