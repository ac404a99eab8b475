import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type DataSourceHealth } from '../../grafana/dataSourceHealth';
import { type StoredDataSource } from '../../grafana/dataSources';
import { buildGo } from '../../tasks/buildGo';
import { root } from '../../tasks/paths';

const outcomeSchema = z.object({
  status: z.enum(['OK', 'ERROR', 'UNKNOWN', '']),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});

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
 * @param proxy URL of the network's proxy, with where the check looks from
 * @param caFile PEM file of the authority that the stores' certificates come from
 */
export async function checkHealth(
  source: StoredDataSource,
  proxy: string,
  caFile: string
): Promise<DataSourceHealth | undefined> {
  // Built once in a process, and Go's own cache makes that quick; containers bring theirs along.
  const program = process.env['AZURE_STANDIN_NETWORK_PROGRAM'] ?? (await (built ??= build()));
  const running = promisify(execFile)(program, { env: { SSL_CERT_FILE: caFile } });
  // Secrets go over standard input: arguments can be read by everybody on the machine.
  running.child.stdin?.end(JSON.stringify({ proxy, dataSource: source }));
  const { status, ...rest } = outcomeSchema.parse(JSON.parse((await running).stdout));
  return status === '' ? undefined : { status, ...rest };
}
