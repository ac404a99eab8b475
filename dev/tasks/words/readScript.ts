import ts from 'typescript';

/** A piece of a file that somebody reads. */
export interface Piece {
  /** The line on which it starts, from 1. */
  line: number;
  text: string;
}

/** Stands for a value in a template. */
const VALUE = '…';

/** The texts of a TypeScript file that a user may see: strings, templates and JSX texts, without styles, keys, imports and types. */
export function readTexts(name: string, source: string): Piece[] {
  const file = parse(name, source);
  const pieces: Piece[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnseen(node)) {
      return;
    }
    const text = textOf(node)?.replace(/\s+/g, ' ').trim();
    if (text) {
      pieces.push({ line: lineOf(file, node.getStart()), text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces;
}

/** The names that a TypeScript file uses, as words: `readBack` is "read back". */
export function readNames(name: string, source: string): Piece[] {
  const file = parse(name, source);
  const pieces: Piece[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      pieces.push({ line: lineOf(file, node.getStart()), text: inWords(node.text) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces;
}

/** The comments of a TypeScript file. */
export function readComments(name: string, source: string): Piece[] {
  const file = parse(name, source);
  const found = new Map<number, Piece>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []) {
      found.set(pos, { line: lineOf(file, pos), text: source.slice(pos, end).replace(/\s*\n\s*\*?\s*/g, ' ') });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

/** A name in camel case as words. */
export function inWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function parse(name: string, source: string): ts.SourceFile {
  return ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) {
    return node.text;
  }
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(VALUE)
    : undefined;
}

function isUnseen(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeNode(node) ||
    (ts.isJsxAttribute(node) && /^(className|data-[\w-]+|htmlFor|id|key)$/.test(node.name.getText())) ||
    (ts.isCallExpression(node) && /^(css|cx|import|require)$/.test(node.expression.getText())) ||
    (ts.isStringLiteral(node) && isKey(node))
  );
}

function isKey(node: ts.StringLiteral): boolean {
  const { parent } = node;
  return ts.isElementAccessExpression(parent) || (ts.isPropertyAssignment(parent) && parent.name === node);
}
