import { spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type StoredDataSource } from '../../grafana/dataSources';
import { type DataSourceHealth } from '../../grafana/dataSourceHealth';
import { buildGo } from '../../tasks/buildGo';
import { root } from '../../tasks/paths';

const outcomeSchema = z.object({
  status: z.enum(['OK', 'ERROR', 'UNKNOWN', '']),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});

export interface HealthOptions {
  /** URL of the closed network's proxy, with where the check looks from. */
  proxy: string;
  /** PEM file of the authority that the stores' certificates come from. */
  caFile: string;
}

let built: Promise<string> | undefined;

async function build(): Promise<string> {
  const binary = path.join(root, '.dev', 'network', 'network');
  // Several processes may build at once: each renames its own into place.
  const own = `${binary}.${process.pid}`;
  await buildGo('./dev/network', own);
  await rename(own, binary);
  return binary;
}

/**
 * The health of a data source, asked by the Go program in `dev/network` over the private network; undefined when the
 * type has no backend there. Rejects when the program can't be built or run.
 */
export async function checkHealth(
  source: StoredDataSource,
  { proxy, caFile }: HealthOptions
): Promise<DataSourceHealth | undefined> {
  // Built once in a process, and Go's own cache makes that quick; containers bring theirs along.
  const program = process.env['AZURE_STANDIN_NETWORK_PROGRAM'] ?? (await (built ??= build()));
  const output = await run(program, JSON.stringify({ proxy, dataSource: source }), caFile);
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
