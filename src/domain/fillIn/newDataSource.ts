import { adapterOfType, writeField } from '../address/addressAdapters';
import { accept, type Checked, refuse } from '../checked';
import { type JsonObject } from '../json';

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
  const adapter = adapterOfType(input.type);
  if (!adapter) {
    return refuse(
      `Data sources of type ${input.type} can't be created from here.`,
      'Create it on the page of Grafana.'
    );
  }
  if (adapter.mode === 'paste') {
    return refuse(
      'Where this type keeps its address is known only from its documentation, so it is not written from here.',
      `Create it on the page of Grafana and paste ${input.host}.`
    );
  }
  if (input.name.trim() === '') {
    return refuse('Enter a name for the data source.');
  }
  if (input.port !== '' && !isPort(input.port)) {
    return refuse(`"${input.port}" isn't a port.`, 'A port is a whole number from 1 to 65535.');
  }
  return accept(withAddress(input));
}

function withAddress({ type, name, host, port, scheme }: NewDataSourceInput): JsonObject {
  const empty: JsonObject = { name: name.trim(), type, access: 'proxy', jsonData: {} };
  const adapter = adapterOfType(type);
  const written = host.includes(':') ? `[${host}]` : host;
  const place = port ? `${written}:${port}` : written;
  const text = { url: `${scheme}://${place}`, hostPort: place, mssql: place, host, connectionString: '' };
  const fields = writeField(empty, adapter?.field ?? 'url', text[adapter?.shape ?? 'url']);
  return type === 'grafana-clickhouse-datasource' ? clickHouse(fields, port, scheme) : fields;
}

// ClickHouse keeps port and TLS beside the host; its native protocol speaks on 9000, and on 9440 with TLS.
function clickHouse(fields: JsonObject, port: string, scheme: string): JsonObject {
  const secure = scheme === 'https';
  const jsonData = fields.jsonData as JsonObject;
  return {
    ...fields,
    jsonData: { ...jsonData, port: port ? Number(port) : secure ? 9440 : 9000, secure, protocol: 'native' },
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
