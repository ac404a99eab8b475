import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { checkBundle } from './buildParts';
import { fingerprint } from './fingerprint';
import { fillPlaceholders } from './front-end/placeholders.mjs';

let folder = '';
const write = (name: string, text: string) => writeFile(path.join(folder, name), text);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tasks-'));
  await mkdir(path.join(folder, 'src'));
  await write('src/a.ts', 'a');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a fingerprint', () => {
  const take = () => fingerprint(folder, ['src', 'LICENSE'], (name) => !name.endsWith('.test.ts'));

  it('stays while nothing that counts changes', async () => {
    const before = await take();
    await write('src/a.test.ts', 'test');
    expect(await take()).toBe(before);
  });

  it.each([
    ['a file changes', 'src/a.ts'],
    ['a file is added', 'src/b.ts'],
    ['a missing file appears', 'LICENSE'],
  ])('changes when %s', async (_what, name) => {
    const before = await take();
    await write(name, 'new');
    expect(await take()).not.toBe(before);
  });
});

it('refuses a bundle that carries React along', async () => {
  await write('module.js', 'define(["react"],()=>{})');
  await expect(checkBundle(folder)).resolves.toBeUndefined();
  await write('1.js', 'var x={ReactCurrentOwner:null}');
  await expect(checkBundle(folder)).rejects.toThrow('dist/1.js carries a copy of React');
});

it('fills in the placeholders of the manifest', () => {
  const values = { id: 'an-app', version: '1.2.3', today: new Date('2026-11-23T23:59:00Z') };
  expect(fillPlaceholders('/a/%PLUGIN_ID%/x %PLUGIN_ID% %VERSION% %TODAY%', values)).toBe(
    '/a/an-app/x an-app 1.2.3 2026-11-23'
  );
});
