import { isJsonObject, type JsonObject } from '../json';
import { addressKind, type AddressKind } from '../catalogue/dataSourceTypes';
import { type Address, readAddress } from './address';
import { type DataSource } from './dataSource';

/** Whether a data source talks TLS and checks the name in the certificate, as far as its settings tell. */
export interface TlsUse {
  tls: 'yes' | 'no' | 'unknown';
  /** The name that the certificate must carry; '' when nothing is checked. */
  checkedName: string;
}

/** Reads from its settings whether a data source uses TLS, and which name it expects in the certificate. */
export function tlsUse(dataSource: DataSource): TlsUse {
  const address = readAddress(dataSource);
  const options = isJsonObject(dataSource.jsonData) ? dataSource.jsonData : {};
  return address ? readers[address.kind.tls](options, address) : unknown;
}

const unknown: TlsUse = { tls: 'unknown', checkedName: '' };
const plain: TlsUse = { tls: 'no', checkedName: '' };

// By what switches TLS on, as the catalogue names it.
type Reader = (options: JsonObject, address: Address) => TlsUse;
const readers: Record<AddressKind['tls'], Reader> = {
  scheme: byScheme,
  options: mongo,
  sslmode: postgres,
  certificates: mysql,
  tlsAuth: (options, { host }) => switched(options.tlsAuth === true, options, host),
  encrypt: mssql,
  secure: (options, { host }) => switched(options.secure === true, options, host),
  tlsDisabled: (options, { host }) => switched(options.tlsDisabled !== true, options, host),
  always: unlessPlain,
  unknown: () => unknown,
};

const secureSchemes = ['https', 'tls', 'ssl', 'tcps', 'mqtts', 'wss'];

function byScheme(options: JsonObject, { host, scheme }: Address): TlsUse {
  return secureSchemes.includes(scheme) ? { tls: 'yes', checkedName: checkedName(options, host) } : plain;
}

// The driver takes options in any casing, and TLS for granted where the name server tells the hosts
// (go.mongodb.org/mongo-driver 1.17, x/mongo/driver/connstring).
function mongo(options: JsonObject, { host, scheme, parts: { rest } }: Address): TlsUse {
  const asked = /[?&](?:tls|ssl)=(true|false)(?:&|$)/i.exec(rest)?.[1]?.toLowerCase();
  if (asked === 'false') {
    return plain;
  }
  const set = scheme.endsWith('+srv') || options.tlsAuth === true || options.tlsAuthWithCACert === true;
  if (asked === undefined && !set) {
    return unknown;
  }
  return { tls: 'yes', checkedName: /[?&](?:tls|ssl)Insecure=true/i.test(rest) ? '' : checkedName(options, host) };
}

function switched(on: boolean, options: JsonObject, host: string): TlsUse {
  return on ? { tls: 'yes', checkedName: options.tlsSkipVerify === true ? '' : host } : plain;
}

function unlessPlain(_: JsonObject, { host, scheme }: Address): TlsUse {
  return scheme === 'http' ? plain : { tls: 'yes', checkedName: host };
}

function mysql(options: JsonObject, { host }: Address): TlsUse {
  const on = [options.tlsAuth, options.tlsAuthWithCACert, options.tlsSkipVerify].includes(true);
  return on ? { tls: 'yes', checkedName: checkedName(options, host) } : plain;
}

function postgres(options: JsonObject, { host }: Address): TlsUse {
  switch (options.sslmode) {
    case 'disable':
      return plain;
    case 'verify-full':
      return { tls: 'yes', checkedName: host };
    case 'require':
    case 'verify-ca':
      return { tls: 'yes', checkedName: '' };
    default:
      return unknown;
  }
}

function mssql(options: JsonObject, { host }: Address): TlsUse {
  // Whatever else stands there, Grafana leaves it to the server (pkg/tsdb/mssql/sqleng/connection.go, 12.4).
  if (options.encrypt !== 'true') {
    return { tls: options.encrypt === 'disable' ? 'no' : 'unknown', checkedName: '' };
  }
  // Its page writes serverName, and its backend takes any casing.
  const named = [options.serverName, options.servername].find((name) => typeof name === 'string' && name !== '');
  return { tls: 'yes', checkedName: options.tlsSkipVerify === true ? '' : String(named ?? host) };
}

/** The TLS server name that is set but that Grafana ignores, since neither a client certificate nor a CA is; '' for none. */
export function ignoredServerName({ type, jsonData }: DataSource): string {
  const options = isJsonObject(jsonData) ? jsonData : {};
  const honoured =
    options.tlsAuth === true || options.tlsAuthWithCACert === true || addressKind(type)?.tls === 'encrypt';
  return !honoured && typeof options.serverName === 'string' ? options.serverName : '';
}

// Grafana reads serverName only together with a client certificate or a CA of one's own.
function checkedName(options: JsonObject, host: string): string {
  if (options.tlsSkipVerify === true) {
    return '';
  }
  const honoured = options.tlsAuth === true || options.tlsAuthWithCACert === true;
  return honoured && typeof options.serverName === 'string' && options.serverName ? options.serverName : host;
}
