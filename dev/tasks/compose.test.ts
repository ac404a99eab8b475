import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

import { demo } from '../azure/demo';
import { type AzureStandIn, startAzure } from '../azure/startAzure';
import { root } from './paths';

/** What docker-compose.yaml says must be what stand-in and plugin say of themselves: no engine checks it here. */
describe('docker-compose.yaml', () => {
  let services: Record<string, { environment: Record<string, string>; volumes: string[] }>;
  let azure: AzureStandIn;

  beforeAll(async () => {
    ({ services } = parse(await readFile(path.join(root, 'docker-compose.yaml'), 'utf8')));
    azure = await startAzure({ hostname: 'azure', directory: path.join(root, '.dev', 'compose-test') });
  });
  afterAll(() => azure.close());

  const grafana = (name: string) => services.grafana?.environment[name] ?? '';
  const standIn = (name: string) => services.azure?.environment[`AZURE_STANDIN_${name}`] ?? '';

  it('describes the cloud as the stand-in does, on the ports that it is given', () => {
    const [cloud] = JSON.parse(azure.cloudsConfig);
    const [described] = JSON.parse(grafana('GF_AZURE_CLOUDS_CONFIG'));
    const host = standIn('HOSTNAME');
    expect(described).toEqual({
      ...cloud,
      aadAuthority: `https://${host}:${standIn('ENTRA_PORT')}/`,
      properties: {
        ...cloud.properties,
        resourceManager: `https://${host}:${standIn('RESOURCE_MANAGER_PORT')}`,
        // Followed by the browser, which knows no names of containers.
        portal: `http://localhost:${standIn('CONTROL_PORT')}`,
      },
    });
    expect(described.name).toBe(demo.cloudName);
  });

  it('lets the plugin load, and gives it settings and certificates', async () => {
    const { id } = JSON.parse(await readFile(path.join(root, 'src/plugin.json'), 'utf8'));
    expect(grafana('GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS')).toBe(id);
    expect(grafana('GF_PLUGINS_FORWARD_HOST_ENV_VARS').split(/, */)).toContain(id);
    expect(grafana('GF_AZURE_FORWARD_SETTINGS_TO_PLUGINS').split(/, */)).toContain(id);
    expect(grafana('SSL_CERT_DIR').split(':')).toContain(standIn('DIRECTORY'));
    expect(services.grafana?.volumes).toContain(`./dist:/var/lib/grafana/plugins/${id}:ro`);
  });

  it('knows the secret that provisioning asks for', () => {
    expect(grafana('STAND_IN_CLIENT_SECRET')).toBe(demo.clientSecret);
  });
});
