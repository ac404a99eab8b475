import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { exportInput } from '../../test/arbitrary/exportInput';
import { azCli } from './azCli';
import { type ExportParts, exportParts } from './exportInput';
import { sampleTargetId } from '../testing/sampleEndpoint';

/** Runs the script in the system's shell; every call of `az` comes back as its arguments. */
function calls(script: string, { enter = true, az = '' } = {}): string[][] {
  const told = `az() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\001\\0'; ${az || ':'}; }\necho() { :; }\n`;
  const { stdout } = spawnSync('sh', ['-c', told + script], { input: enter ? '\n' : '', encoding: 'utf8' });
  return stdout
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}

/** Azure CLI reads a file where a word, or what follows its first "=", begins with "@" (azure-cli-core, commands). */
const readsFile = (word: string) => /^([^=]*=)?@./s.test(word);

/** What `az grafana managed-private-endpoint create` makes of its words; `npm run azure-cli` holds this to the real parser. */
function readCreate(words: string[]) {
  expect(words.filter(readsFile)).toEqual([]);
  const options = new Map<string, string[]>();
  for (const word of words.slice(3)) {
    if (word.startsWith('-')) {
      options.set(word, []);
    } else {
      [...options.values()].at(-1)?.push(word);
    }
  }
  const text = (option: string) => readText(options.get(option)?.[0] ?? "''");
  return {
    name: text('--name'),
    location: text('--location'),
    targetId: text('--private-link-resource-id'),
    targetRegion: text('--private-link-resource-region'),
    domainName: text('--private-link-service-url'),
    requestMessage: text('--request-message'),
    subResources: readList(options.get('--group-ids')?.[0] ?? '[]'),
    tags: readTags(options.get('--tags') ?? []),
  };
}

function readText(word: string): string {
  expect(['', 'null', '??']).not.toContain(word);
  return word.startsWith("'") ? word.slice(1, -1).replaceAll("'/", "'") : word;
}

const readList = (word: string): string[] =>
  /^\[[\w,-]*\]$/.test(word) ? word.slice(1, -1).split(',').filter(Boolean) : JSON.parse(word);

function readTags(words: string[]): Record<string, string> {
  const [first = ''] = words;
  return first.startsWith('{')
    ? JSON.parse(first)
    : Object.fromEntries(words.map((word) => /^([\w-]+)=(.+)$/.exec(word)?.slice(1) ?? []));
}

const expected = ({
  name,
  location,
  targetId,
  targetRegion,
  domainName,
  requestMessage,
  subResources,
  tags,
}: ExportParts) => ({
  ...{ name, location, targetId, targetRegion, domainName, subResources, tags },
  // Nothing keeps "=@" as it is.
  requestMessage: requestMessage.replace(/^([^=]*=)(?=@)/, '$1 '),
});

it('a real shell calls az with what it reads as the input, then refreshes once somebody presses Enter', () => {
  fc.assert(
    fc.property(exportInput, (input) => {
      const parts = exportParts(input);
      fc.pre(parts.ok && !/\\u000[01]/.test(JSON.stringify(input)));
      if (parts.ok) {
        const [create = [], refresh, ...more] = calls(azCli([parts.value]));
        expect(readCreate(create)).toEqual(expected(parts.value));
        expect(refresh?.slice(0, 3)).toEqual(['grafana', 'managed-private-endpoint', 'refresh']);
        expect(more).toEqual([]);
      }
    }),
    { numRuns: 50 }
  );
});

it('names the workspace in every call, and says when to go on', () => {
  const parts = exportParts({
    ...fc.sample(exportInput, { numRuns: 1, seed: 1 })[0]!,
    ...{ name: 'influx', location: 'westeurope', targetId: sampleTargetId(), targetRegion: 'northeurope' },
    ...{ subResources: ['blob'], requestMessage: 'Kim asks', domainName: 'a.b.contoso.com', tags: { team: 'a' } },
  });
  const script = parts.ok ? azCli([parts.value]) : '';
  const scope = [
    ...['--subscription', '5a1c0f3e-2b7d-4e68-9c41-d3f8a7b60e25', '--resource-group', 'observability'],
    ...['--workspace-name', 'contoso-grafana'],
  ];
  expect(calls(script)).toEqual([
    [
      ...['grafana', 'managed-private-endpoint', 'create', ...scope, '--name', 'influx', '--location', 'westeurope'],
      ...['--private-link-resource-id', sampleTargetId(), '--private-link-resource-region', 'northeurope'],
      ...['--group-ids', '[blob]', '--private-link-service-url', 'a.b.contoso.com'],
      ...['--request-message', 'Kim asks', '--tags', 'team=a'],
    ],
    ['grafana', 'managed-private-endpoint', 'refresh', ...scope],
  ]);
  expect(script).toContain(
    "echo 'The resource owner must approve the request now. Press Enter once it is approved.' &&\n"
  );
  expect(script).toMatch(/[^\n]\n$/);
});

it('leaves out the options that there is nothing for', () => {
  const parts = exportParts({
    ...fc.sample(exportInput, { numRuns: 1, seed: 1 })[0]!,
    ...{ targetId: sampleTargetId(), targetRegion: '', subResources: [], requestMessage: '', domainName: '', tags: {} },
  });
  const [create = []] = parts.ok ? calls(azCli([parts.value])) : [];
  expect(create.filter((word) => word.startsWith('--'))).toEqual(
    ['subscription', 'resource-group', 'workspace-name', 'name', 'location', 'private-link-resource-id'].map(
      (name) => `--${name}`
    )
  );
});

it('never makes Azure CLI read a file of the one who runs it', () => {
  const nasty = fc.array(fc.constantFrom('@', '=', '~/.azure/token', 'a', ' ', '-'), { maxLength: 5 });
  fc.assert(
    fc.property(exportInput, nasty, nasty, (input, message, tag) => {
      const tags = { owner: tag.join(''), 'a@b': tag.join(''), 'a=@b': '' };
      const parts = exportParts({ ...input, requestMessage: message.join(''), tags });
      const [create] = parts.ok ? calls(azCli([parts.value])) : [];
      expect(create?.filter(readsFile)).toEqual([]);
    }),
    { numRuns: 50 }
  );
});

it('refreshes only after the creation, and after somebody said that the request is approved', () => {
  const parts = exportParts({
    ...fc.sample(exportInput, { numRuns: 1, seed: 1 })[0]!,
    requestMessage: '',
  });
  const script = parts.ok ? azCli([parts.value]) : '';
  expect(calls(script, { enter: false })).toHaveLength(1);
  expect(calls(script, { az: 'return 1' })).toHaveLength(1);
});
