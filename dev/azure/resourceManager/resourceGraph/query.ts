import { isRecord } from '../../../grafana/json';
import { type Json, type JsonObject } from '../../state';

export type Row = JsonObject;
type Condition = (row: Row) => boolean;

/** A query that the stand-in's part of the Kusto language does not cover. */
export class QueryError extends Error {}

interface Token {
  kind: 'text' | 'word';
  value: string;
}

const pattern = /\s*(?:'(?<text>(?:[^'\\]|\\.)*)'|(?<word>!?in~|=~|[|(),=]|[A-Za-z_]\w*(?:\.\w+)*))/y;

const asText = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

/** Whatever the casing. */
const comparisons: Record<string, (left: string, right: string) => boolean> = {
  '=~': (left, right) => left === right,
  contains: (left, right) => left.includes(right),
};

/**
 * Runs the part of Resource Graph's Kusto that the product needs: where, with `or` of `and`s; project, with tostring;
 * order by. @throws QueryError for all else
 */
export function runQuery(query: string, resources: Row[]): Row[] {
  const tokens = tokenize(query.trim());
  const next = (): string => tokens.shift()?.value ?? fail('the query ends too early');
  const take = (word: string): boolean => {
    const found = tokens[0]?.kind === 'word' && tokens[0].value.toLowerCase() === word;
    return found && tokens.shift() !== undefined;
  };
  const expect = (word: string) => take(word) || fail(`expected '${word}', found '${tokens[0]?.value ?? 'the end'}'`);
  const separated = <T>(word: string, read: () => T): T[] => {
    const all = [read()];
    while (take(word)) {
      all.push(read());
    }
    return all;
  };
  const within = <T>(read: () => T): T => {
    expect('(');
    const inner = read();
    expect(')');
    return inner;
  };

  const readValue = (): ((row: Row) => Json) => {
    if (take('tostring')) {
      const inner = within(readValue);
      return (row) => asText(inner(row));
    }
    const path = next().split('.');
    return (row) => path.reduce<Json>((value, key) => (isRecord(value) ? ((value[key] as Json) ?? null) : null), row);
  };
  const readText = (): string => (tokens[0]?.kind === 'text' ? next().toLowerCase() : fail('expected a text'));
  const readComparison = (): Condition => {
    const value = readValue();
    const left = (row: Row) => asText(value(row)).toLowerCase();
    const operator = next().toLowerCase();
    if (operator.endsWith('in~')) {
      const texts = within(() => separated(',', readText));
      return (row) => texts.includes(left(row)) !== operator.startsWith('!');
    }
    const compare = comparisons[operator] ?? fail(`unknown operator '${operator}'`);
    const right = readText();
    return (row) => compare(left(row), right);
  };
  const steps: Record<string, (rows: Row[]) => Row[]> = {
    where: (rows) => {
      const any = separated('or', () => separated('and', readComparison));
      return rows.filter((row) => any.some((all) => all.every((condition) => condition(row))));
    },
    project: (rows) => {
      const columns = separated(',', () => {
        const name = tokens[0]?.value ?? '';
        const value = readValue();
        return [name, take('=') ? readValue() : value] as const;
      });
      return rows.map((row) => Object.fromEntries(columns.map(([name, value]) => [name, value(row)])));
    },
    order: (rows) => {
      expect('by');
      const keys = separated(',', () => {
        const value = readValue();
        expect('asc');
        return value;
      });
      const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
      return [...rows].sort((a, b) =>
        keys.reduce((order, value) => order || compare(asText(value(a)), asText(value(b))), 0)
      );
    },
  };

  expect('resources');
  let rows = resources;
  while (take('|')) {
    const operator = next();
    rows = (steps[operator.toLowerCase()] ?? fail(`unknown operator '${operator}'`))(rows);
  }
  return tokens[0] ? fail(`unexpected '${tokens[0].value}'`) : rows;
}

function fail(message: string): never {
  throw new QueryError(`ParserFailure: ${message}`);
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < query.length) {
    const start = pattern.lastIndex;
    const { text, word = '' } = pattern.exec(query)?.groups ?? fail(`'${query.slice(start, start + 20)}'`);
    tokens.push(
      text === undefined ? { kind: 'word', value: word } : { kind: 'text', value: text.replace(/\\(.)/g, '$1') }
    );
  }
  return tokens;
}
