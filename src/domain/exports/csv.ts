/**
 * Writes a table as CSV (RFC 4180) that a spreadsheet takes for text alone. What a spreadsheet would run as a formula gets
 * an apostrophe before it, and everything stands in quotes (OWASP, CSV Injection).
 */
export function csv(rows: ReadonlyArray<readonly string[]>): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

// Spreadsheets take the wide forms for the same signs.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(text: string): string {
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
