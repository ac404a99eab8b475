import { isJsonObject, type JsonValue } from '../json';
import { type DataSource } from './dataSource';
import { addressText, parseAddress } from './parts';

/**
 * The data source with one host replaced by another in a list of URLs, such as jsonData.allowedHosts. A list that doesn't
 * name the one, or names the other already, stays as it is, so that the way back gives the same list again. The backend does the same
 * (pkg/grafana/allowed_hosts.go).
 */
export function followHost(dataSource: DataSource, field: string | undefined, from: string, to: string): DataSource {
  const [top = '', key = ''] = field?.split('.') ?? [];
  const inner = dataSource[top];
  const list = isJsonObject(inner) ? inner[key] : undefined;
  const hosts = Array.isArray(list) ? list.map(hostOf) : [];
  if (!isJsonObject(inner) || !Array.isArray(list) || !hosts.includes(from) || hosts.includes(to)) {
    return dataSource;
  }
  return { ...dataSource, [top]: { ...inner, [key]: list.map((entry) => withHost(entry, from, to)) } };
}

function withHost(entry: JsonValue, from: string, to: string): JsonValue {
  const parts = hostOf(entry) === from ? parseAddress('url', String(entry)) : undefined;
  return parts ? addressText({ ...parts, host: to }) : entry;
}

// As Infinity compares them: by their spelling.
function hostOf(entry: JsonValue): string | undefined {
  return typeof entry === 'string' ? parseAddress('url', entry)?.host : undefined;
}
