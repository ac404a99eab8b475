import { type JsonValue, valueAt } from '../json';
import { type DataSource } from './dataSource';
import { writeField } from './field';
import { addressText, parseAddress } from './parts';

/**
 * The data source with one host replaced by another in a list of URLs, such as jsonData.allowedHosts. A list that doesn't
 * name the one, or names the other already, stays as it is, so that the way back gives the same list again. The backend does the same
 * (pkg/grafana/hosts_in.go).
 */
export function followHost(dataSource: DataSource, field: string, from: string, to: string): DataSource {
  const list = valueAt(dataSource, ...field.split('.'));
  if (!Array.isArray(list)) {
    return dataSource;
  }
  const hosts = list.map(hostOf);
  return hosts.includes(from) && !hosts.includes(to)
    ? writeField(
        dataSource,
        field,
        list.map((entry) => withHost(entry, from, to))
      )
    : dataSource;
}

function withHost(entry: JsonValue, from: string, to: string): JsonValue {
  const parts = hostOf(entry) === from ? parseAddress('url', String(entry)) : undefined;
  return parts ? addressText({ ...parts, host: to }) : entry;
}

// As Infinity compares them: by their spelling.
function hostOf(entry: JsonValue): string | undefined {
  return typeof entry === 'string' ? parseAddress('url', entry)?.host : undefined;
}
