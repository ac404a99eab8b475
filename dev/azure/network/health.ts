import { execFile, spawn } from 'node:child_process';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type StoredDataSource } from '../../grafana/dataSources';
import { type DataSourceHealth } from '../../grafana/dataSourceHealth';
import { root } from '../../tasks/paths';

const outcomeSchema = z.object({
  status: z.enum(['OK', 'ERROR', 'UNKNOWN', '']),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});

export interface HealthOptions {
  /** host:port of the network's gateway. */
  gateway: string;
  /** PEM file of the authority that the stores' certificates come from. */
  caFile: string;
  /** The workspace in whose network the check runs; empty outside of all. */
  network: string;
  dialTimeoutSeconds: number;
}

let program: Promise<string> | undefined;

/** The program's path; it is built once in a process, and Go's own cache makes that quick. */
async function networkProgram(): Promise<string> {
  const built = process.env['AZURE_STANDIN_NETWORK_PROGRAM'];
  program ??= built ? Promise.resolve(built) : build();
  return program;
}

async function build(): Promise<string> {
  const binary = path.join(root, '.dev', 'network', 'network');
  await mkdir(path.dirname(binary), { recursive: true });
  // Several processes may build at once: each renames its own into place.
  const own = `${binary}.${process.pid}`;
  await promisify(execFile)('go', ['build', '-o', own, './dev/network'], { cwd: root });
  await rename(own, binary);
  return binary;
}

/**
 * The health of a data source, asked by the Go program in `dev/network` over the private network; undefined when the
 * type has no backend there. Rejects when the program can't be built or run.
 */
export async function checkHealth(
  source: StoredDataSource,
  options: HealthOptions
): Promise<DataSourceHealth | undefined> {
  const request = {
    gateway: options.gateway,
    network: options.network,
    dialTimeoutMs: options.dialTimeoutSeconds * 1000,
    dataSource: source,
  };
  const output = await run(await networkProgram(), JSON.stringify(request), options.caFile);
  const { status, ...rest } = outcomeSchema.parse(JSON.parse(output));
  return status === '' ? undefined : { status, ...rest };
}

/** Secrets go over standard input: arguments can be read by everybody on the machine. */
function run(binary: string, input: string, caFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, { env: { SSL_CERT_FILE: caFile }, stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaint: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(output).toString())
        : reject(new Error(`The health check ended with ${String(code)}: ${Buffer.concat(complaint).toString()}`))
    );
    child.stdin.end(input);
  });
}
