import { stringAt } from '../json';
import { adapterOf, type AddressAdapter, readField, writeField } from './addressAdapters';
import { type DataSource } from './dataSource';
import { findHost, replaceHost } from './hostSpan';

/** The address of a data source. */
export interface Address {
  adapter: AddressAdapter;
  /** The field's text. */
  text: string;
  host: string;
  /** As told by the address; '' when it tells none. */
  port: string;
  /** As told by the address; '' when it tells none. */
  scheme: string;
}

/** Reads a data source's address; undefined when its type isn't known, it has none, or its host can't be told for sure. */
export function readAddress(dataSource: DataSource): Address | undefined {
  const adapter = adapterOf(dataSource);
  if (!adapter) {
    return undefined;
  }
  const text = readField(dataSource, adapter.field);
  const span = findHost(adapter.shape, text);
  return span && { adapter, text, host: span.host, port: span.port || ownPort(dataSource), scheme: span.scheme };
}

/** The address text with another host; scheme, port and path stay. */
export function addressWithHost(address: Address, host: string): string {
  const span = findHost(address.adapter.shape, address.text);
  return span ? replaceHost(address.text, span, host) : address.text;
}

/** The data source as it is to be written: another host in its address field, all else equal. */
export function fillHost(dataSource: DataSource, host: string): DataSource {
  const address = readAddress(dataSource);
  return address ? writeField(dataSource, address.adapter.field, addressWithHost(address, host)) : dataSource;
}

/** The port that is really used: of the address, of its scheme, or of the type. Undefined when nobody can tell. */
export function effectivePort(address: Address): number | undefined {
  if (/^\d+$/.test(address.port)) {
    return Number(address.port);
  }
  if (address.adapter.shape === 'url') {
    return address.scheme === 'https' ? 443 : 80;
  }
  return address.adapter.defaultPort;
}

// ClickHouse keeps its port beside the host, as a number or a text.
function ownPort(dataSource: DataSource): string {
  const jsonData = dataSource.jsonData;
  const port = typeof jsonData === 'object' && jsonData && !Array.isArray(jsonData) ? jsonData.port : undefined;
  const told = typeof port === 'number' ? String(port) : stringAt(dataSource, 'jsonData', 'port');
  return dataSource.type === 'grafana-clickhouse-datasource' ? told : '';
}
