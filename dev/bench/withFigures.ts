const begin = '<!-- figures -->';
const end = '<!-- end of figures -->';

/**
 * Puts new figures where a text in Markdown keeps them; the words around them stay.
 * @throws Error when the text has no place for figures.
 */
export function withFigures(text: string, figures: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`The document needs the lines "${begin}" and "${end}", between which the figures go.`);
  }
  return `${text.slice(0, from + begin.length)}\n\n${figures}\n\n${text.slice(to)}`;
}
