import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { root } from '../../tasks/paths';
import { expandEnvironment, createState, nothingProvisioned, readProvisioning } from './provisioning';

describe('expanding the environment', () => {
  it.each([
    ['$NAME', 'value'],
    ['${NAME}', 'value'],
    ['a-${NAME}-b', 'a-value-b'],
    ['$UNKNOWN', ''],
    ['$$NAME', '$NAME'],
    ['100 $', '100 $'],
  ])('makes of "%s" "%s"', (text, expected) => {
    expect(expandEnvironment({ list: [text] }, { NAME: 'value' })).toEqual({ list: [expected] });
  });
});

describe('reading provisioning files', () => {
  let directory = '';
  const write = async (folder: string, name: string, text: string) => {
    await mkdir(path.join(directory, folder), { recursive: true });
    await writeFile(path.join(directory, folder, name), text);
  };

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'provisioning-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('reads apps with their secrets, and data sources', async () => {
    await write('plugins', 'app.yaml', 'apps: [{type: an-app, jsonData: {a: 1}, secureJsonData: {key: $SECRET}}]');
    await write(
      'datasources',
      'a.yml',
      'datasources: [{name: A, type: loki, uid: a, url: "http://a", editable: true}]'
    );
    const provisioning = await readProvisioning(directory, { SECRET: 's' });
    expect(provisioning.apps).toEqual([
      { type: 'an-app', disabled: false, jsonData: { a: 1 }, secureJsonData: { key: 's' } },
    ]);
    expect(provisioning.dataSources).toMatchObject([{ command: { name: 'A', access: 'proxy' }, editable: true }]);
  });

  it('has nothing without files', async () => {
    expect(await readProvisioning(directory, {})).toEqual(nothingProvisioned);
  });

  it.each([
    ['apps: {}', '"apps" must be a list'],
    ['apps: [{disabled: true}]', 'needs a "type"'],
  ])('says what is wrong with %s', async (text, message) => {
    await write('plugins', 'wrong.yaml', text);
    await expect(readProvisioning(directory, {})).rejects.toThrow(message);
    await expect(readProvisioning(directory, {})).rejects.toThrow('wrong.yaml');
  });
});

it('sets the demonstration up from the files that docker compose uses', async () => {
  const provisioning = await readProvisioning(path.join(root, 'provisioning'), { STAND_IN_CLIENT_SECRET: 'secret' });
  const { settings, dataSources } = createState('azure-privateendpoints-app', provisioning, 1);
  expect(settings).toMatchObject({ enabled: true, pinned: true, secureJsonData: { azureClientSecret: 'secret' } });
  expect(dataSources.list().some(({ readOnly }) => readOnly)).toBe(true);
  expect(createState('another-app', provisioning, 1).settings.enabled).toBe(false);
});
