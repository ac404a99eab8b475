import { type Piece } from './readScript';

const goToken = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'/g;

/** The texts and the comments of a Go file. */
export function readGo(source: string): { texts: Piece[]; comments: Piece[] } {
  const texts: Piece[] = [];
  const comments: Piece[] = [];
  for (const { 0: token, index } of source.matchAll(goToken)) {
    const piece = { line: lineAt(source, index), text: token };
    if (token.startsWith('/')) {
      comments.push(piece);
    } else if (!token.startsWith("'")) {
      texts.push({ ...piece, text: token.slice(1, -1) });
    }
  }
  return { texts, comments };
}

/** The strings of a JSON file, without its keys. */
export function readJson(source: string): Piece[] {
  return [...source.matchAll(/"((?:\\.|[^"\\])*)"(\s*:)?/g)].flatMap(({ 1: text = '', 2: colon, index }) =>
    colon ? [] : [{ line: lineAt(source, index), text }]
  );
}

/** The paragraphs of a Markdown file, without code and the targets of links. */
export function readMarkdown(source: string): Piece[] {
  const prose = source
    .replace(/^ *```[^]*?^ *```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\]\([^)]*\)/g, blank)
    .replace(/<[^>]*>/g, blank);
  return [...prose.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: text, index }) => ({ line: lineAt(prose, index), text }));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function lineAt(source: string, index: number): number {
  return source.slice(0, index).split('\n').length;
}
