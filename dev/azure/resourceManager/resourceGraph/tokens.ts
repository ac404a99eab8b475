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
