import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A running backend. */
export interface PluginProcess {
  pid: number;
  /** Where its gRPC server listens. */
  address: string;
  /** Settles when the process has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends it at once. */
  kill(): Promise<void>;
}

export interface PluginProcessOptions {
  binary: string;
  args?: string[];
  /** Asked for at each start. */
  environment: () => Record<string, string>;
  /** Gets each line of the backend's log. */
  log: (line: string) => void;
  /** Milliseconds for the handshake; Grafana waits a minute. */
  startTimeout?: number;
}

/**
 * Starts a backend and waits for its handshake.
 * @throws Error when it can't be run, ends before the handshake, or does not come up in time.
 */
export async function startPluginProcess(options: PluginProcessOptions): Promise<PluginProcess> {
  const { binary, args = [], environment, log, startTimeout = 60_000 } = options;
  // A directory of our own: unix socket paths must be short, and what a killed process leaves goes with it.
  const socketDir = await mkdtemp(path.join(tmpdir(), 'preview-'));
  const child = spawn(binary, args, {
    env: { ...environment(), ...handshakeEnvironment, PLUGIN_UNIX_SOCKET_DIR: socketDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => rm(socketDir, { recursive: true, force: true }));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };

  try {
    createInterface({ input: child.stderr }).on('line', log);
    const { address } = parseHandshake(await firstLine(child, binary, startTimeout));
    return { pid: child.pid ?? 0, address, exited, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

function firstLine(child: ChildProcess, binary: string, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${binary} did not start within ${timeout} ms`)), timeout);
    const settle = (act: () => void) => () => {
      clearTimeout(timer);
      act();
    };
    child.once('error', (error) => settle(() => reject(new Error(`${binary} can't be run: ${error.message}`)))());
    child.once('exit', (code) => settle(() => reject(new Error(`${binary} ended at its start (exit code ${code})`)))());
    if (child.stdout) {
      createInterface({ input: child.stdout }).once('line', (line) => settle(() => resolve(line))());
    }
  });
}

/** How a plugin process says where it listens. */
export interface Handshake {
  /** Address for a gRPC client: `unix:<path>` or `127.0.0.1:<port>`. */
  address: string;
}

/** Variables without which a plugin refuses to run (SDK backend/grpcplugin/handshake.go); protocol version 2. */
const handshakeEnvironment = { grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2' };

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
