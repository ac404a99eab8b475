import { endpointStatuses } from '../state/status';
import { type EndpointRow } from './row';
import { type SortColumn } from './view';

type Key = string | number;

const keys: Record<SortColumn, (row: EndpointRow) => Key> = {
  need: (row) => (row.need ? 0 : 1),
  name: (row) => row.endpoint.name,
  target: (row) => `${row.kind.title} ${row.targetName}`,
  subResource: (row) => row.endpoint.subResources.join(', '),
  state: (row) => endpointStatuses.indexOf(row.status),
  domainName: (row) => row.endpoint.domainName,
  privateIp: (row) => ipKey(row.endpoint.privateIp),
  // Old first when ascending means a small time stamp; age counts the other way round.
  age: (row) => -timeOf(row.endpoint.createdAt),
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorts rows by a column into a new array; empty cells come last either way, ties are settled by name. */
export function sortRows(rows: readonly EndpointRow[], column: SortColumn, descending: boolean): EndpointRow[] {
  const keyed = rows.map((row) => ({ row, key: keys[column](row) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => {
    const emptiness = Number(isEmpty(a.key)) - Number(isEmpty(b.key));
    return emptiness || sign * compare(a.key, b.key) || collator.compare(a.row.endpoint.name, b.row.endpoint.name);
  });
  return keyed.map(({ row }) => row);
}

function compare(a: Key, b: Key): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b || 0 : collator.compare(String(a), String(b));
}

function isEmpty(key: Key): boolean {
  return key === '' || Number.isNaN(key);
}

function timeOf(timestamp: string): number {
  return Date.parse(timestamp);
}

// 10.0.0.9 comes before 10.0.0.10.
function ipKey(ip: string): string {
  return ip.replace(/\d+/g, (digits) => digits.padStart(3, '0'));
}
