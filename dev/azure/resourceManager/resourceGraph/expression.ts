import { isRecord } from '../../../grafana/json';
import { type Json, type JsonObject } from '../../state';

export type Row = JsonObject;
type Value = (row: Row) => Json;
type Condition = (row: Row) => boolean;

const text = (value: Json): string =>
  typeof value === 'object' ? (value === null ? '' : JSON.stringify(value)) : String(value);
const lower = (value: Json): string => text(value).toLowerCase();
const words = (value: Json): string[] => lower(value).split(/[^\p{L}\p{N}]+/u);

/** Comparisons of the Kusto language between a value and one other. */
const comparisons: Record<string, (left: Json, right: Json) => boolean> = {
  '==': (left, right) => text(left) === text(right),
  '=~': (left, right) => lower(left) === lower(right),
  contains: (left, right) => lower(left).includes(lower(right)),
  startswith: (left, right) => lower(left).startsWith(lower(right)),
  endswith: (left, right) => lower(left).endsWith(lower(right)),
  has: (left, right) => words(left).includes(lower(right)),
};

const functions: Record<string, (value: Json) => Json> = {
  tolower: lower,
  tostring: text,
  isnotempty: (value) => text(value) !== '',
};

/** `or` of `and`s of comparisons, with parentheses and not(). */
export function parseCondition(reader: TokenReader): Condition {
  const left = parseAnd(reader);
  if (!reader.take('or')) {
    return left;
  }
  const right = parseCondition(reader);
  return (row) => left(row) || right(row);
}

function parseAnd(reader: TokenReader): Condition {
  const left = parseComparison(reader);
  if (!reader.take('and')) {
    return left;
  }
  const right = parseAnd(reader);
  return (row) => left(row) && right(row);
}

function parseComparison(reader: TokenReader): Condition {
  if (reader.take('not')) {
    const inner = parseGroup(reader);
    return (row) => !inner(row);
  }
  const next = reader.peek();
  if (next?.kind === 'symbol' && next.value === '(') {
    return parseGroup(reader);
  }
  return comparisonAfter(parseValue(reader), reader);
}

function parseGroup(reader: TokenReader): Condition {
  reader.expect('(');
  const inner = parseCondition(reader);
  reader.expect(')');
  return inner;
}

function comparisonAfter(left: Value, reader: TokenReader): Condition {
  const token = reader.peek();
  const word = token?.value.toLowerCase() ?? '';
  const negated = word.startsWith('!');
  const operator = word === '!=' ? '==' : word === '!~' ? '=~' : word.replace(/^!/, '');
  if (operator === 'in' || operator === 'in~') {
    reader.next();
    const list = parseList(reader);
    const equal = comparisons[operator === 'in' ? '==' : '=~'];
    return (row) => list.some((item) => equal?.(left(row), item(row))) !== negated;
  }
  const compare = comparisons[operator];
  if (!compare || token?.kind === 'text') {
    return (row) => left(row) === true;
  }
  reader.next();
  const right = parseValue(reader);
  return (row) => compare(left(row), right(row)) !== negated;
}

function parseList(reader: TokenReader): Value[] {
  const items: Value[] = [];
  reader.expect('(');
  do {
    items.push(parseValue(reader));
  } while (reader.take(','));
  reader.expect(')');
  return items;
}

/** A literal, a function of a value, or a column with a path into it. */
export function parseValue(reader: TokenReader): Value {
  const token = reader.next();
  if (token.kind === 'text') {
    return () => token.value;
  }
  if (token.kind === 'number') {
    return () => Number(token.value);
  }
  if (token.kind === 'symbol') {
    throw new QueryError(`ParserFailure: unexpected '${token.value}'`);
  }
  if (token.value === 'true' || token.value === 'false') {
    return () => token.value === 'true';
  }
  if (reader.take('(')) {
    return functionOf(token.value, reader);
  }
  return columnValue(parsePath(token.value, reader));
}

function functionOf(name: string, reader: TokenReader): Value {
  const apply = functions[name.toLowerCase()];
  if (!apply) {
    throw new QueryError(`Unknown function: '${name}'`);
  }
  const argument = parseValue(reader);
  reader.expect(')');
  return (row) => apply(argument(row));
}

/** `a.b.c` or `a['b']` after the first name was read. */
export function parsePath(first: string, reader: TokenReader): string[] {
  const path = [first];
  for (;;) {
    if (reader.take('.')) {
      path.push(reader.next().value);
    } else if (reader.take('[')) {
      path.push(reader.next().value);
      reader.expect(']');
    } else {
      return path;
    }
  }
}

export function columnValue(path: string[]): Value {
  return (row) => path.reduce<Json>((value, key) => (isRecord(value) ? ((value[key] as Json) ?? null) : null), row);
}

/** A query that the stand-in's part of the Kusto language does not cover. */
export class QueryError extends Error {}

export interface Token {
  kind: 'name' | 'text' | 'number' | 'symbol';
  value: string;
}

// Text first: what stands in quotes is never an operator. Negated operators such as !in~ are one symbol.
const pattern =
  /\s+|\/\/[^\n]*|(?<text>@?'(?:[^'\\]|\\.|'')*'|@?"(?:[^"\\]|\\.)*")|(?<number>\d+)|(?<symbol>!?(?:in~|=~)|!~|==|!=|!(?:in|contains|has|startswith|endswith)\b|[|(),.=[\]])|(?<name>\$?[A-Za-z_]\w*)/y;

/** Splits a query; throws QueryError at what is none of the language's. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < query.length) {
    const start = pattern.lastIndex;
    const groups = pattern.exec(query)?.groups;
    if (!groups) {
      throw new QueryError(`ParserFailure at character ${start}: '${query.slice(start, start + 20)}'`);
    }
    for (const kind of ['text', 'number', 'symbol', 'name'] as const) {
      const value = groups[kind];
      if (value !== undefined) {
        tokens.push({ kind, value: kind === 'text' ? unquoted(value) : value });
      }
    }
  }
  return tokens;
}

function unquoted(text: string): string {
  if (text.startsWith('@')) {
    return text.slice(2, -1).replaceAll("''", "'");
  }
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}

/** Walks over the tokens. */
export class TokenReader {
  private position = 0;

  constructor(private readonly tokens: Token[]) {}

  peek(): Token | undefined {
    return this.tokens[this.position];
  }

  next(): Token {
    const token = this.tokens[this.position++];
    if (!token) {
      throw new QueryError('ParserFailure: the query ends too early');
    }
    return token;
  }

  /** Takes the next token if it is this word or symbol. */
  take(value: string): boolean {
    const token = this.peek();
    const found = token !== undefined && token.kind !== 'text' && token.value.toLowerCase() === value;
    this.position += found ? 1 : 0;
    return found;
  }

  expect(value: string): void {
    if (!this.take(value)) {
      throw new QueryError(`ParserFailure: expected '${value}', found '${this.peek()?.value ?? 'the end'}'`);
    }
  }
}
