import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { benchFolder } from './programs';

/** Kinds of targets that take turns in the benchmark's workspaces (dev/azure/demo/largeEndpoints.ts), by their place in ten. */
const served: Record<number, { type: string; url: (target: string, index: number) => string }> = {
  0: { type: 'prometheus', url: (target) => `https://${target}-k2f7.westeurope.prometheus.monitor.azure.com` },
  5: { type: 'mssql', url: (target) => `${target}.a1b2c3d4e5f6.database.windows.net:1433` },
  6: { type: 'mssql', url: (target) => `${target}.database.windows.net:1433` },
  7: { type: 'loki', url: (_, index) => `https://pls-${padded(index, 4)}.team-${padded(index % 40, 2)}.contoso.com` },
  9: { type: 'grafana-postgresql-datasource', url: (target) => `${target}.postgres.database.azure.com:5432` },
};
const shorts = ['amw', 'ampls', 'adx', 'mongo', 'citus', 'sqlmi', 'sql', 'pls', 'dbx', 'pg'];

const padded = (n: number, digits: number) => String(n).padStart(digits, '0');

/** A data source as a provisioning file has it: every second one leads to one of the first `endpoints` endpoints. */
function dataSource(n: number, endpoints: number) {
  const index = Math.floor(n / 2) % endpoints;
  const team = `team-${padded(index % 40, 2)}`;
  const target = `${team}-${shorts[index % 10] ?? ''}-${padded(index, 4)}`;
  const way = n % 2 === 0 ? served[index % 10] : undefined;
  return {
    uid: `source-${n}`,
    name: `Store ${n} of ${team}`,
    type: way?.type ?? 'loki',
    access: 'proxy',
    url: way?.url(target, index) ?? `http://store-${n}.${team}.internal:3100`,
    editable: true,
  };
}

/** The provisioning directory of the benchmark; `provisionDataSources` says what is in it. */
export const provisioningFolder = path.join(benchFolder, 'provisioning');

/** Puts so many data sources there, for a workspace with so many endpoints. */
export async function provisionDataSources(count: number, endpoints: number): Promise<void> {
  const datasources = Array.from({ length: count }, (_, n) => dataSource(n, endpoints));
  const folder = path.join(provisioningFolder, 'datasources');
  await mkdir(folder, { recursive: true });
  // JSON is YAML.
  await writeFile(path.join(folder, 'many.yaml'), JSON.stringify({ apiVersion: 1, datasources }));
}
