// PowerShell takes these typographic quotes for a single quote as well (about_Quoting_Rules).
const singleQuotes = /['\u2018\u2019\u201a\u201b]/g;

/** Quotes a text as a PowerShell string without expansion. */
export function quotePowerShell(text: string): string {
  return `'${text.replaceAll('\0', '').replace(singleQuotes, '$&$&')}'`;
}
