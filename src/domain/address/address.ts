import { addressKind, type AddressKind, type AddressShape } from '../catalogue/dataSourceTypes';
import { isJsonObject } from '../json';
import { showHidden } from '../outsideText';
import { followHost } from './allowedHosts';
import { type DataSource } from './dataSource';
import { readText, writeField } from './field';
import { type AddressParts, addressText, type Authority, parseAddress } from './parts';
import { redactAddress } from './redact';

/** The address of a data source. */
export interface Address {
  kind: AddressKind;
  /** Where this data source keeps it. */
  field: string;
  /** The field's text. */
  text: string;
  parts: AddressParts;
  host: string;
  /** As told by the address, or beside it; '' when neither tells one. */
  port: string;
  /** Lower case without `://`; '' when the address tells none. */
  scheme: string;
}

/** What an update changes in an address; what is left out stays. */
export interface AddressChange {
  host: string;
  port?: number;
  /** Where the target demands TLS and the address has http, or where the address has none. */
  scheme?: 'http' | 'https';
}

/** Reads a data source's address; undefined when its type isn't known, it has none, or its host can't be told for sure. */
export function readAddress(dataSource: DataSource): Address | undefined {
  const kind = addressKind(dataSource.type);
  if (!kind || !isOnly(kind, dataSource)) {
    return undefined;
  }
  const field = fieldOf(kind, dataSource);
  const text = readText(dataSource, field);
  const parts = parseAddress(kind.shape, text);
  const { suffix = '' } = kind;
  const isWhole = suffix !== '' && text.toLowerCase().endsWith(suffix);
  return isWhole
    ? undefined
    : parts && {
        kind,
        field,
        text,
        parts,
        host: parts.host + suffix,
        port: parts.port || (kind.portBeside ? portBeside(dataSource) : ''),
        scheme: parts.scheme.toLowerCase().replace('://', ''),
      };
}

/** The text of a data source's address as it may stand on a page, whether it reads for sure or not; '' for none. */
export function shownAddress(dataSource: DataSource): string {
  const kind = addressKind(dataSource.type);
  return kind ? showHidden(redactAddress(readText(dataSource, fieldOf(kind, dataSource)), kind.shape)) : '';
}

/** Scheme, host and port after a change. */
export function changedAuthority({ kind, parts }: Address, { host, port, scheme }: AddressChange): Authority {
  const kept = takesScheme(kind) ? parts.scheme : '';
  return {
    host: takesHost(kind, host) ? host.slice(0, host.length - (kind.suffix ?? '').length) : host,
    port: port ? String(port) : parts.port,
    scheme: scheme ? `${scheme}://` : kept,
  };
}

/** True where a host can stand in an address of this type: some hold only what comes before a fixed domain. */
export function takesHost({ suffix = '' }: AddressKind, host: string): boolean {
  return host.toLowerCase().endsWith(suffix);
}

/** True where an address may name a port. */
export function takesPort({ shape }: AddressKind): boolean {
  return shape !== 'host' && shape !== 'origin';
}

/** How a new address of a shape begins and ends, with TLS or without. */
export function newAddress(shape: AddressShape, tls: boolean): Pick<AddressParts, 'scheme' | 'rest'> {
  switch (shape) {
    case 'url':
      return { scheme: tls ? 'https://' : 'http://', rest: '' };
    case 'broker':
      return { scheme: tls ? 'tls://' : 'tcp://', rest: '' };
    case 'connectionString':
      return { scheme: 'mongodb://', rest: tls ? '/?tls=true' : '' };
    default:
      return { scheme: '', rest: '' };
  }
}

/** True where an address begins with a scheme; all others are a host, and perhaps a port. */
export function takesScheme({ shape }: AddressKind): boolean {
  return ['url', 'origin', 'connectionString', 'redis', 'broker'].includes(shape);
}

/** The address text with another scheme, host and port; all else stays. */
export function addressWith({ parts }: Address, authority: Authority): string {
  return addressText({ ...parts, ...authority });
}

/** The data source as it is to be written: another scheme, host and port in its address field, and the host where it must also stand; all else equal. */
export function withAuthority(dataSource: DataSource, authority: Authority): DataSource {
  const address = readAddress(dataSource);
  if (!address) {
    return dataSource;
  }
  const written = writeField(dataSource, address.field, addressWith(address, authority));
  const { alsoIn } = address.kind;
  return alsoIn ? followHost(written, alsoIn, address.parts.host, authority.host) : written;
}

/** The port that is really used: of the address, of its scheme, or of the type. Undefined when nobody can tell. */
export function effectivePort(address: Address): number | undefined {
  if (/^\d+$/.test(address.port)) {
    return Number(address.port);
  }
  // SQL Server Browser tells it, or the name server; a broker's address must name it.
  if (address.parts.instance || address.scheme.endsWith('+srv') || address.kind.shape === 'broker') {
    return undefined;
  }
  if (address.kind.shape === 'url') {
    return address.scheme === 'https' ? 443 : 80;
  }
  return address.kind.port;
}

/** The port that a service listens on, where an address uses another one; undefined where it fits, or nobody can tell. */
export function otherPort(service: { port?: number } | undefined, address: Address): number | undefined {
  const port = effectivePort(address);
  // PgBouncer listens beside PostgreSQL on flexible servers.
  const fits = port === service?.port || (service?.port === 5432 && port === 6432);
  const unknown = port === undefined && !address.parts.instance;
  return fits || unknown ? undefined : service?.port;
}

/** Host and port in a text that is more than these, where nothing more may stand; '' for none. */
export function hostAndPortOf(dataSource: DataSource): string {
  const kind = addressKind(dataSource.type);
  if (!kind || takesScheme(kind)) {
    return '';
  }
  const text = readText(dataSource, fieldOf(kind, dataSource));
  const after = /^(?:[a-z][a-z0-9+.-]*:\/\/|tcp:)(?:.*@)?([^@/?#]+)/is.exec(text)?.[1];
  const parts = after && parseAddress(kind.shape, after);
  return parts ? addressText({ ...parts, rest: '' }) : '';
}

// Older versions of a plugin may have kept it under another key.
function fieldOf({ field, legacyField }: AddressKind, dataSource: DataSource): string {
  return legacyField && readText(dataSource, field) === '' ? legacyField : field;
}

function isOnly({ only = {} }: AddressKind, { jsonData }: DataSource): boolean {
  const options = isJsonObject(jsonData) ? jsonData : {};
  return Object.entries(only).every(([key, value]) => options[key] === value || (!options[key] && !value));
}

// As a number or a text.
function portBeside({ jsonData }: DataSource): string {
  const port = isJsonObject(jsonData) ? jsonData.port : undefined;
  return typeof port === 'number' || typeof port === 'string' ? String(port) : '';
}
