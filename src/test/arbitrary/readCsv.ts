/** Reads CSV by RFC 4180, character by character; throws where a quote stands where none may. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    const [whole, quoted, plain = '', end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(text.slice(at)) ?? [];
    if (whole === undefined) {
      throw new Error(`Not CSV at ${at}: ${text.slice(at, at + 40)}`);
    }
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
