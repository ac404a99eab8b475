import { newAddress, takesHost, takesPort } from '../address/address';
import { writeField } from '../address/field';
import { addressText } from '../address/parts';
import { addressKind, type AddressKind } from '../catalogue/dataSourceTypes';
import { accept, type Checked, refuse } from '../checked';
import { type JsonObject } from '../json';
import { isOneLine } from '../outsideText';

/** What a new data source is made of; credentials stay with Grafana's own page. */
export interface NewDataSourceInput {
  type: string;
  name: string;
  host: string;
  /** '' for the default of the scheme or type. */
  port: string;
  /** Only for addresses that are URLs. */
  scheme: 'http' | 'https';
}

/** The object to create, from a closed set of fields: name, type, access and the address. Grafana gives it its uid. */
export function newDataSource(input: NewDataSourceInput): Checked<JsonObject> {
  const kind = addressKind(input.type);
  if (!kind) {
    return refuse(`Data sources of type ${input.type} can't be created here.`, 'Create it in Grafana.');
  }
  if (kind.pasteOnly) {
    return refuse(
      'This plugin can’t write the address of this data source type.',
      `Create it in Grafana and paste ${input.host}.`
    );
  }
  if (input.name.trim() === '') {
    return refuse('Enter a name for the data source.');
  }
  if (!isOneLine(input.name)) {
    return refuse('The name has an invisible character.', 'Type the name instead of pasting it.');
  }
  if (input.port !== '' && !isPort(input.port)) {
    return refuse(`"${input.port}" isn't a valid port.`, 'Enter a port from 1 to 65535.');
  }
  if (!takesHost(kind, input.host)) {
    return refuse(`Data sources of this type take only a host that ends with ${kind.suffix}.`);
  }
  if (isFixedPort(kind) && input.port !== '' && Number(input.port) !== kind.port) {
    return refuse(`Data sources of this type always use port ${kind.port}.`, 'Leave the port empty.');
  }
  return accept(withAddress(input, kind));
}

/** True where the scheme is chosen: it is part of the address, or decides on TLS beside the port. */
export function choosesScheme(type: string): boolean {
  const kind = addressKind(type);
  return kind !== undefined && (newAddress(kind.shape, true).scheme !== '' || kind.portBeside !== undefined);
}

// Neither in the address nor beside it.
function isFixedPort(kind: AddressKind): boolean {
  return !takesPort(kind) && kind.portBeside === undefined;
}

// The backend builds the same (pkg/plugin/new_datasource.go).
function withAddress({ type, name, host, port, scheme }: NewDataSourceInput, kind: AddressKind): JsonObject {
  const address = addressText({
    ...newAddress(kind.shape, scheme === 'https'),
    user: '',
    host: host.slice(0, host.length - (kind.suffix ?? '').length),
    instance: '',
    separator: '',
    port: takesPort(kind) ? port : '',
  });
  const made = writeField({ name: name.trim(), type, access: 'proxy', jsonData: onlyOf(kind) }, kind.field, address);
  if (!kind.portBeside) {
    return made;
  }
  const secure = scheme === 'https';
  const usual = secure ? kind.portBeside.tls : kind.portBeside.plain;
  // ClickHouse's protocol is the native one, whose ports these are.
  const tls: JsonObject = kind.tls === 'secure' ? { secure, protocol: 'native' } : { [kind.tls]: !secure };
  const beside = { port: port ? Number(port) : usual, ...tls };
  return { ...made, jsonData: { ...(made.jsonData as JsonObject), ...beside } };
}

// What has to be set for the field to hold the address; the others are empty when nothing is.
function onlyOf({ only = {} }: AddressKind): JsonObject {
  return Object.fromEntries(Object.entries(only).filter(([, value]) => Boolean(value)));
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
