import { type Json } from '../../state';
import {
  columnValue,
  parseCondition,
  parsePath,
  parseValue,
  type Row,
  QueryError,
  TokenReader,
  tokenize,
} from './expression';

export interface QueryResult {
  rows: Row[];
  /** Whether the query itself limits its rows; then Azure gives no $skipToken. */
  limited: boolean;
}

type Step = (rows: Row[]) => Row[];

/**
 * Runs the part of Resource Graph's Kusto that the product needs: where, project, order by, take and limit,
 * count. Throws QueryError for all else.
 */
export function runQuery(query: string, resources: Row[]): QueryResult {
  const reader = new TokenReader(tokenize(query));
  reader.expect('resources');
  let rows = resources;
  let limited = false;
  while (reader.peek()) {
    reader.expect('|');
    const operator = reader.next().value.toLowerCase();
    const parse = operators[operator];
    if (!parse) {
      throw new QueryError(`ParserFailure: unknown operator '${operator}'`);
    }
    rows = parse(reader)(rows);
    limited ||= operator === 'take' || operator === 'limit';
  }
  return { rows, limited };
}

const operators: Record<string, (reader: TokenReader) => Step> = {
  where: (reader) => {
    const condition = parseCondition(reader);
    return (rows) => rows.filter(condition);
  },
  project: (reader) => {
    const columns = parseColumns(reader);
    return (rows) => rows.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])));
  },
  order: parseOrder,
  sort: parseOrder,
  take: parseTake,
  limit: parseTake,
  count: () => (rows) => [{ Count: rows.length }],
};

function parseTake(reader: TokenReader): Step {
  const count = Number(reader.next().value);
  if (!Number.isInteger(count)) {
    throw new QueryError('ParserFailure: expected a number');
  }
  return (rows) => rows.slice(0, count);
}

function parseColumns(reader: TokenReader) {
  const columns: Array<{ name: string; value: (row: Row) => Json }> = [];
  do {
    const path = parsePath(reader.next().value, reader);
    const value = reader.take('=') ? parseValue(reader) : columnValue(path);
    // A path without a name of its own becomes one word, as in sku.name → sku_name.
    columns.push({ name: path.join('_'), value });
  } while (reader.take(','));
  return columns;
}

function parseOrder(reader: TokenReader): Step {
  reader.expect('by');
  const keys: Array<(a: Row, b: Row) => number> = [];
  do {
    const value = parseValue(reader);
    // Kusto sorts downwards unless told otherwise.
    const ascending = reader.take('asc');
    reader.take('desc');
    const sign = ascending ? 1 : -1;
    keys.push((a, b) => sign * compare(value(a), value(b)));
  } while (reader.take(','));
  return (rows) => [...rows].sort((a, b) => keys.reduce((order, key) => order || key(a, b), 0));
}

function compare(a: Json, b: Json): number {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
