import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import actions from '../../catalogue/actions.json';
import { root } from './paths';

const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^ *\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'gm'))].map((match) => match[1] ?? '');

const readme = read('README.md');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/README.md',
  'docs/benchmarks.md',
  'docs/data-sources.md',
  'docs/leaving.md',
  'docs/preview.md',
  'docs/security-scans.md',
  'docs/two-admins.md',
].concat(existsSync(path.join(root, 'docs/faults.md')) ? 'docs/faults.md' : []);
const manifest = JSON.parse(read('src/plugin.json'));
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

describe('README', () => {
  it.each(['npm ci && npm start', 'npm ci && npm test'])('has the command %s, to be copied as it is', (command) => {
    expect(blocks(readme, 'sh')).toContain(`${command}\n`);
  });

  it('tells the test command that .ci/run runs', () => {
    const commands = read('.ci/run').match(/^npm .*$/gm);
    expect(commands?.join(' && ')).toBe('npm ci && npm test');
  });

  it('shows the role that the catalogue has, and has it as a file', () => {
    const role = JSON.parse(read('docs/custom-role.json'));
    expect(role.Actions).toEqual(actions.leastPrivilege);
    expect(blocks(readme, 'json').map((block) => JSON.parse(block))).toEqual([role]);
  });

  it('opens the part on permissions with the hazard', () => {
    const [, permissions = ''] = readme.split('## Permissions in Azure\n');
    expect(permissions.trimStart()).toMatch(/^> \[!WARNING\]\n> \*\*Give the plugin an identity of its own/);
  });

  it('has a provisioning example for this plugin, with settings that exist', () => {
    const [example = ''] = blocks(readme, 'yaml');
    const [app] = parse(example).apps;
    const [demonstration] = parse(read('provisioning/plugins/apps.yaml')).apps;
    expect(app.type).toBe(manifest.id);
    expect(Object.keys(app.jsonData)).toEqual(Object.keys(demonstration.jsonData));
  });

  it('repeats the list that forward_settings_to_plugins replaces as docker-compose.yaml has it', () => {
    const { environment } = parse(read('docker-compose.yaml')).services.grafana;
    const listed = /^forward_settings_to_plugins = (.*)$/m.exec(readme)?.[1];
    expect(listed?.split(/, */)).toEqual(environment.GF_AZURE_FORWARD_SETTINGS_TO_PLUGINS.trim().split(/, */));
  });
});

describe.each(documents)('%s', (name) => {
  const text = read(name);

  it('links to files and headings that are there', () => {
    const links = [
      ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]),
      ...[...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map((match) => match[1]),
    ].filter((link): link is string => link !== undefined && !/^[a-z]+:/.test(link));
    const broken = links.filter((link) => {
      const [file, heading] = link.split('#');
      const target = file ? path.join(path.dirname(name), file) : name;
      return !existsSync(path.join(root, target)) || (heading && !headings(read(target)).includes(heading));
    });
    expect(broken).toEqual([]);
  });

  it('names scripts that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]);
    expect(named.filter((script) => script && !scripts.includes(script))).toEqual([]);
  });
});

it('CONTRIBUTING lists every room, and none that is gone', () => {
  const listed = [...read('CONTRIBUTING.md').matchAll(/^\| `([\w./-]+)` /gm)].map((match) => match[1] ?? '');
  const rooms = ['src', 'pkg', 'dev'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'img')
      .map(({ name }) => `${folder}/${name}/`)
  );
  expect(rooms.filter((room) => !listed.includes(room))).toEqual([]);
  expect(listed.filter((room) => !existsSync(path.join(root, room)))).toEqual([]);
});

it("the catalogue page is free of developers' words", () => {
  expect(read('src/README.md')).not.toMatch(/\b(yarn|npm|node|nodejs|webpack|docker)\b/i);
});

it('the manifest lists screenshots that are there', () => {
  const shown: Array<{ path: string }> = manifest.info.screenshots;
  expect(shown.map(({ path: file }) => file).filter((file) => !existsSync(path.join(root, 'src', file)))).toEqual([]);
  expect(shown.length).toBeGreaterThan(0);
});

describe('the workflows', () => {
  const commands = (name: string) => {
    const jobs: Array<{ steps: Array<{ run?: string }> }> = Object.values(
      parse(read(`.github/workflows/${name}`)).jobs
    );
    return jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  };

  it('test by what .ci/run does', () => {
    expect(commands('ci.yml')).toEqual(['.ci/run']);
  });

  it('release what was tested, under the name of its tag', () => {
    const [test, ...others] = commands('release.yml');
    expect(test).toBe('.ci/run');
    expect(others).toContain('npm run package -- --only pack ${TAG:+--tag "$TAG"}');
  });
});

/** The anchors of a document's headings, as GitHub makes them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  );
}
