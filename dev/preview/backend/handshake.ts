/** How a plugin process says where it listens. */
export interface Handshake {
  /** Address for a gRPC client: `unix:<path>` or `127.0.0.1:<port>`. */
  address: string;
}

/** Variables without which a plugin refuses to run (SDK backend/grpcplugin/handshake.go); protocol version 2. */
export const handshakeEnvironment = { grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2' };

/**
 * Reads the first line of a plugin's output: `1|2|unix|/path/to.sock|grpc|`
 * (https://github.com/hashicorp/go-plugin/blob/main/docs/internals.md#handshake).
 * @throws Error when the line is no handshake, or one for another protocol.
 */
export function parseHandshake(line: string): Handshake {
  const [core, app, network, address, protocol] = line.trim().split('|');
  if (core !== '1' || app !== '2' || protocol !== 'grpc' || !address) {
    throw new Error(`The backend did not answer with Grafana's plugin handshake, but with: ${line.slice(0, 200)}`);
  }
  return { address: network === 'unix' ? `unix:${address}` : address };
}
