/** What breaks a line, or turns the text around in the eyes of the one who reads it. */
export const notOneLine = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/** Puts a text on one line that reads in the order it is written. */
export function oneLine(text: string): string {
  return text.replace(new RegExp(`${notOneLine.source}+`, 'g'), ' ');
}
