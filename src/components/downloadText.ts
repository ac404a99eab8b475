/** Has the browser save a text as a file. Excel reads CSV as UTF-8 only with a mark at its beginning. */
export function downloadText(fileName: string, text: string): void {
  const content = fileName.endsWith('.csv') ? `\ufeff${text}` : text;
  const url = URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  // The browser has to begin reading it first.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
