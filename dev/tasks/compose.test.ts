import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { parse } from 'yaml';

import { demo } from '../azure/demo';
import { type AzureStandIn } from '../azure/startAzure';
import { dashboardClient } from '../azure/testing/azureClients';
import { rawRequest } from '../azure/testing/rawRequest';
import { thisMachine } from './buildGo';
import { buildStandIn } from './buildStandIn';
import { root } from './paths';

interface Service {
  command: string[];
  environment: Record<string, string>;
  healthcheck: { test: string[] };
  volumes: string[];
}

/** No engine checks docker-compose.yaml here: a process starts what the stand-in's container would, from its own folder. */
describe('docker-compose.yaml', () => {
  let services: Record<'azure' | 'grafana', Service>;
  let container: string;
  let standIn: ChildProcess | undefined;
  let complaints = '';
  let facts: Pick<AzureStandIn, 'urls' | 'caFile' | 'cloudsConfig'>;

  /** A path of the container. */
  const inside = (text: string) => (text.startsWith('/') ? container + text : text);
  const grafana = (name: string) => services.grafana.environment[name] ?? '';
  const azure = (name: string) => services.azure.environment[`AZURE_STANDIN_${name}`] ?? '';
  /** The image has Node on its PATH, and no Go. */
  const env = () => ({ PATH: path.join(container, 'bin') });

  beforeAll(async () => {
    ({ services } = parse(await readFile(path.join(root, 'docker-compose.yaml'), 'utf8')));
    await buildStandIn(thisMachine);
    container = await mkdtemp(path.join(tmpdir(), 'container-'));
    await mkdir(inside('/bin'));
    await symlink(process.execPath, inside('/bin/node'));
    for (const [source = '', target = ''] of services.azure.volumes.map((volume) => volume.split(':'))) {
      await mkdir(inside(target), { recursive: true });
      if (source.startsWith('.')) {
        await cp(path.join(root, source), inside(target), { recursive: true });
      }
    }
    const environment = Object.entries(services.azure.environment).map(([name, value]) => [name, inside(value)]);
    // On this machine it is found elsewhere than in the containers' network.
    const elsewhere = environment.flatMap(([name = '']) => (name.endsWith('_PORT') ? [[name, '0']] : []));
    const here = { AZURE_STANDIN_ADDRESS: '127.0.0.1', AZURE_STANDIN_HOSTNAME: 'localhost' };
    const [program = '', ...args] = services.azure.command.map(inside);
    const started = spawn(program, args, {
      cwd: container,
      env: { ...env(), ...Object.fromEntries([...environment, ...elsewhere]), ...here },
    });
    standIn = started;
    started.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const [line] = await Promise.race([
      once(createInterface(started.stdout), 'line'),
      once(started, 'exit').then(() => Promise.reject(new Error(complaints))),
    ]);
    facts = JSON.parse(line);
    // Go may have to build its libraries first.
  }, 600_000);

  afterAll(async () => {
    standIn?.kill('SIGKILL');
    await rm(container, { recursive: true });
  });

  it('starts a stand-in that lists endpoints', async () => {
    const endpoints = dashboardClient(facts).managedPrivateEndpoints;
    const names = [];
    for await (const { name } of endpoints.list(demo.resourceGroup, demo.workspaces.main)) {
      names.push(name);
    }
    expect(names).toContain('loki-aks');
  });

  it.each([
    ['shop-metrics', 'OK', 'The data source answers.'],
    ['long-term', 'ERROR', 'no such host'],
  ])('starts a stand-in that checks health: %s is %s', async (uid, status, message) => {
    const { text } = await rawRequest(facts, `${facts.urls.grafana}/api/datasources/uid/${uid}/health`, {
      headers: { authorization: `Bearer ${demo.grafanaToken}` },
    });
    expect(JSON.parse(text)).toMatchObject({ status, message: expect.stringContaining(message) });
  });

  it('knows when the stand-in is ready', async () => {
    const { port } = new URL(facts.urls.control);
    const [, program = '', ...args] = services.azure.healthcheck.test.map((part) =>
      part.replace(azure('CONTROL_PORT'), port)
    );
    await expect(promisify(execFile)(program, args, { env: env() })).resolves.toBeTruthy();
    await expect(
      promisify(execFile)(
        program,
        args.map((arg) => arg.replace(port, '1')),
        { env: env() }
      )
    ).rejects.toThrow();
  });

  it('describes the cloud as the stand-in does, on the ports that it is given', () => {
    const [cloud] = JSON.parse(facts.cloudsConfig);
    const [described] = JSON.parse(grafana('GF_AZURE_CLOUDS_CONFIG'));
    const host = azure('HOSTNAME');
    expect(described).toEqual({
      ...cloud,
      aadAuthority: `https://${host}:${azure('ENTRA_PORT')}/`,
      properties: {
        ...cloud.properties,
        resourceManager: `https://${host}:${azure('RESOURCE_MANAGER_PORT')}`,
        // Followed by the browser, which knows no names of containers.
        portal: `http://localhost:${azure('CONTROL_PORT')}`,
      },
    });
  });

  it('puts Grafana into the closed network, and the stand-in’s own hosts beside it', () => {
    const proxy = new URL(facts.urls.network);
    proxy.host = `${azure('HOSTNAME')}:${azure('NETWORK_PORT')}`;
    expect([grafana('HTTP_PROXY'), grafana('HTTPS_PROXY')].map((url) => new URL(url).href)).toEqual([
      proxy.href,
      proxy.href,
    ]);
    expect(grafana('NO_PROXY').split(',')).toEqual([azure('HOSTNAME'), '.invalid']);
  });

  it('lets the plugin load, and gives it settings and certificates', async () => {
    const idIn = async (file: string) => JSON.parse(await readFile(path.join(root, file), 'utf8')).id as string;
    const id = await idIn('src/plugin.json');
    const ids = [id, await idIn('src/datasource/plugin.json')];
    expect(grafana('GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS')).toBe(ids.join(','));
    expect(grafana('GF_PLUGINS_FORWARD_HOST_ENV_VARS').split(/, */)).toEqual(ids);
    expect(grafana('GF_AZURE_FORWARD_SETTINGS_TO_PLUGINS').split(/, */)).toEqual(expect.arrayContaining(ids));
    expect(grafana('SSL_CERT_DIR').split(':')).toContain(azure('DIRECTORY'));
    expect(services.grafana.volumes).toEqual([
      `./dist:/var/lib/grafana/plugins/${id}:ro`,
      './provisioning:/etc/grafana/provisioning:ro',
      expect.stringMatching(`^stand-in:${azure('DIRECTORY')}:ro$`),
    ]);
    expect(services.azure.volumes).toContain(`stand-in:${azure('DIRECTORY')}`);
  });

  it('knows the secret that provisioning asks for', () => {
    expect(grafana('STAND_IN_CLIENT_SECRET')).toBe(demo.clientSecret);
  });

  it('stops the stand-in when it is told to, without a complaint', async () => {
    standIn?.kill('SIGTERM');
    expect(standIn && (await once(standIn, 'exit'))).toEqual([0, null]);
    expect(complaints).toBe('');
  });
});
