import path from 'node:path';

import { noPluginSettings } from '../state/pluginSettings';
import { Users } from '../state/users';
import { defaultAzureIni } from './environment';
import { pluginContext } from './pluginContext';
import { PluginSupervisor } from './supervisor';

const log: string[] = [];
const options = {
  binary: process.execPath,
  args: [path.join(__dirname, 'fakePlugin.cjs')],
  environment: () => ({ PATH: process.env.PATH ?? '' }),
  log: (line: string) => log.push(line),
};

const [admin] = new Users().list();
if (!admin) {
  throw new Error('there is no admin');
}
const context = pluginContext({
  pluginId: 'an-app',
  pluginVersion: '1.0.0',
  grafanaVersion: '12.4.10',
  appUrl: 'http://localhost:3000/',
  azure: { ...defaultAzureIni, cloudsConfig: '[]', forwardSettings: true },
  settings: noPluginSettings,
  user: admin,
});

async function call(supervisor: PluginSupervisor) {
  const parts = supervisor.connection()?.callResource({
    pluginContext: context,
    path: 'endpoints',
    method: 'POST',
    url: 'endpoints?a=b',
    headers: {},
    body: Buffer.from('hello'),
  });
  for await (const { code, body } of parts ?? []) {
    return { code, answer: JSON.parse(Buffer.from(body).toString()) };
  }
  return undefined;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a supervised backend', () => {
  const supervisor = new PluginSupervisor(options, 50);
  beforeAll(() => supervisor.start());
  afterAll(() => supervisor.stop());

  it('answers calls with the caller, the settings and the body', async () => {
    const result = await call(supervisor);
    expect(result?.code).toBe(200);
    expect(result?.answer).toMatchObject({
      asked: 'endpoints',
      body: 'hello',
      user: { login: 'admin', role: 'Admin', email: 'admin@localhost' },
      grafanaConfig: { GFAZPL_AZURE_CLOUDS_CONFIG: '[]', GF_APP_URL: 'http://localhost:3000/' },
    });
    expect(Object.keys(result?.answer.environment).sort()).toEqual(
      expect.arrayContaining(['PATH', 'PLUGIN_PROTOCOL_VERSIONS', 'grafana_plugin_type'])
    );
    expect(result?.answer.environment).not.toHaveProperty('HOME');
  });

  it('tells its health and its log', async () => {
    await expect(supervisor.connection()?.checkHealth(context)).resolves.toMatchObject({
      status: 'OK',
      message: 'fine',
    });
    expect(log).toContain('up');
  });

  it('is started again when it dies', async () => {
    const before = supervisor.pid();
    process.kill(before ?? 0, 'SIGKILL');
    await until(() => supervisor.pid() !== before && supervisor.pid() !== undefined);
    expect((await call(supervisor))?.answer.pid).toBe(supervisor.pid());
  });

  it('is new after a restart', async () => {
    const before = supervisor.pid();
    await supervisor.restart();
    expect(supervisor.pid()).not.toBe(before);
    expect((await call(supervisor))?.code).toBe(200);
  });
});

it('stays down after it was stopped', async () => {
  const supervisor = new PluginSupervisor(options, 20);
  await supervisor.start();
  await supervisor.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(supervisor.connection()).toBeUndefined();
});

it('runs once after a restart that met its being started again', async () => {
  const starts = jest.fn(options.environment);
  const supervisor = new PluginSupervisor({ ...options, environment: starts }, 20);
  await supervisor.start();
  await supervisor.kill();
  await until(() => starts.mock.calls.length === 2);
  await supervisor.restart();
  expect((await call(supervisor))?.answer.pid).toBe(supervisor.pid());
  await supervisor.stop();
  expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap');
});

describe('a backend that does not start', () => {
  it.each([
    ['is not there', { binary: '/nowhere/plugin', args: [] }, "can't be run"],
    ['ends at once', { args: ['-e', 'process.exit(3)'] }, 'ended at its start (exit code 3)'],
    ['says something else', { args: ['-e', 'console.log("hello"); setTimeout(() => {}, 5000)'] }, 'hello'],
    ['says nothing', { args: ['-e', 'setTimeout(() => {}, 5000)'], startTimeout: 100 }, 'did not start within 100 ms'],
  ])('is told apart: it %s', async (_what, changes, message) => {
    await expect(new PluginSupervisor({ ...options, ...changes }).start()).rejects.toThrow(message);
  });
});
