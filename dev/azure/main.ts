import { startAzure } from './startAzure';

const port = (name: string) => Number(process.env[`AZURE_STANDIN_${name}_PORT`] ?? 0);

/**
 * Runs the stand-in until it is told to stop. Settings come from AZURE_STANDIN_{RESOURCE_MANAGER,ENTRA,GRAFANA,CONTROL,
 * NETWORK}_PORT, _HOSTNAME, _ADDRESS and _DIRECTORY; _NETWORK_PROGRAM is `dev/network`, where it can't be built. The first
 * line on standard output is JSON: {urls, caFile, cloudsConfig, signIn}.
 */
async function main(): Promise<void> {
  const azure = await startAzure({
    ports: {
      resourceManager: port('RESOURCE_MANAGER'),
      entra: port('ENTRA'),
      grafana: port('GRAFANA'),
      control: port('CONTROL'),
      network: port('NETWORK'),
    },
    hostname: process.env['AZURE_STANDIN_HOSTNAME'],
    address: process.env['AZURE_STANDIN_ADDRESS'],
    directory: process.env['AZURE_STANDIN_DIRECTORY'],
  });
  const { close, ...facts } = azure;
  console.log(JSON.stringify(facts));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(`The Azure stand-in could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
