import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './paths';
import { readGo, readJson, readMarkdown } from './words/readOthers';
import { inWords, type Piece, readComments, readNames, readTexts } from './words/readScript';
import { bannedEverywhere, bannedNames, bannedTexts, type Term } from './words/terms';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)) && !file.startsWith('dev/tasks/words'));

const isTest = (file: string) => /(\.test\.tsx?|_test\.go)$|\/test(ing|data)?\/|^testdata\//.test(file);
const files = (pattern: RegExp) => tracked.filter((file) => pattern.test(file) && !isTest(file));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The banned terms in pieces of a file, one line each, as "file:line: text -> what to say". */
function hits(file: string, pieces: readonly Piece[], terms: readonly Term[]): string[] {
  return pieces.flatMap(({ line, text }) =>
    terms
      .filter(
        ({ pattern, except = [] }) =>
          pattern.test(text) && !except.some((one) => one.file.test(file) && one.text.test(text))
      )
      .map(({ pattern, say }) => `${file}:${line}: "${pattern.exec(text)?.[0]}" in "${text}" -> ${say}`)
  );
}

const scripts = files(/^(src|dev\/(azure|grafana|network|preview|faults))\/.*\.tsx?$/);
const goFiles = files(/^pkg\/.*\.go$/);

describe('texts use the one word for each thing', () => {
  it.each<[string, () => string[]]>([
    ['scripts', () => scripts.flatMap((file) => hits(file, readTexts(file, read(file)), bannedTexts))],
    ['Go', () => goFiles.flatMap((file) => hits(file, readGo(read(file)).texts, bannedTexts))],
    [
      'catalogue',
      () => files(/^catalogue\/.*\.json$/).flatMap((file) => hits(file, readJson(read(file)), bannedTexts)),
    ],
    [
      'documents',
      () =>
        files(/^((src\/)?README|CONTRIBUTING|CHANGELOG|docs\/[^/]+)\.md$/).flatMap((file) =>
          hits(file, readMarkdown(read(file)), bannedTexts)
        ),
    ],
  ])('in %s', (_, find) => {
    expect(find()).toEqual([]);
  });
});

describe('comments use the words of the field', () => {
  it('in scripts', () => {
    const all = files(/^(src|dev|tests)\/.*\.tsx?$/);
    expect(all.flatMap((file) => hits(file, readComments(file, read(file)), bannedEverywhere))).toEqual([]);
  });

  it('in Go', () => {
    expect(goFiles.flatMap((file) => hits(file, readGo(read(file)).comments, bannedEverywhere))).toEqual([]);
  });
});

describe('names need no key', () => {
  it('in scripts', () => {
    const sources = files(/^src\/.*\.tsx?$/);
    expect(sources.flatMap((file) => hits(file, readNames(file, read(file)), bannedNames))).toEqual([]);
  });

  it('in file names', () => {
    const named = tracked.map((file) => ({ line: 0, text: inWords(path.basename(file).replace(/\..*/, '')) }));
    expect(named.flatMap((piece) => hits('file', [piece], bannedNames))).toEqual([]);
  });
});

describe('the check itself', () => {
  const source = [
    "import x from './usable';",
    'const styles = css({ content: \'"it fails"\' });',
    "const text = { 'it fails': `Filled in by ${name}` };",
    '// It goes over.',
    'const wayOn = <p className="it fails">No data store</p>;',
  ].join('\n');

  it('finds texts, comments and names, and leaves out imports, styles, keys and classes', () => {
    expect(hits('a.tsx', readTexts('a.tsx', source), bannedTexts).map((hit) => hit.split(' in ')[0])).toEqual([
      'a.tsx:3: "Filled in"',
      'a.tsx:5: "data store"',
    ]);
    expect(hits('a.tsx', readComments('a.tsx', source), bannedEverywhere)).toHaveLength(1);
    expect(hits('a.tsx', readNames('a.tsx', source), bannedNames)).toHaveLength(1);
  });

  it('reads Go, JSON and Markdown', () => {
    const go = readGo('// by itself\nvar r = \'"\'\nvar s = "is usable" // "no"\nvar t = `not told`');
    expect(go.texts).toEqual([
      { line: 3, text: 'is usable' },
      { line: 4, text: 'not told' },
    ]);
    expect(go.comments.map(({ line }) => line)).toEqual([1, 3]);
    expect(readJson('{\n"usable": "ready"\n}')).toEqual([{ line: 2, text: 'ready' }]);
    expect(readMarkdown('# Title\n\n```sh\nusable\n```\nIs `usable` [ready](usable.md).')).toEqual([
      { line: 1, text: '# Title' },
      { line: 6, text: expect.stringMatching(/^Is +\[ready +\.$/) },
    ]);
  });
});
