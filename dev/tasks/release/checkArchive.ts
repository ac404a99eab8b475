import { EXECUTABLE } from './archiveFiles';
import { type BuiltManifest } from './manifest';
import { NOTICES } from './notices';
import { type Platform, binaryName } from './platforms';
import { type ArchiveEntry } from './readArchive';

/** What Grafana and its catalogue look for in every plugin's folder. */
const needed = [
  'plugin.json',
  'module.js',
  'module.js.map',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'go_plugin_build_manifest',
  NOTICES,
  'img/logo.svg',
];

/** What is wrong with an archive for some platforms, one sentence each; [] when nothing is. */
export function checkArchive(
  entries: readonly ArchiveEntry[],
  { id, executable }: BuiltManifest,
  platforms: readonly Platform[]
): string[] {
  const wanted = platforms.map((platform) => binaryName(executable, platform));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const backends = entries.filter(({ name }) => name.startsWith(`${id}/${executable}_`));
  return [
    ...entries
      .filter(({ name }) => !name.startsWith(`${id}/`))
      .map(({ name }) => `${name} is not in the folder ${id}.`),
    ...[...needed, ...wanted]
      .filter((name) => !byName.get(`${id}/${name}`)?.size)
      .map((name) => `${name} is missing or empty.`),
    ...backends
      .filter(({ name }) => !wanted.includes(name.slice(id.length + 1)))
      .map(({ name }) => `${name} belongs to another platform.`),
    ...backends
      .filter(({ mode }) => mode !== EXECUTABLE)
      .map(
        ({ name, mode }) => `${name} has mode ${octal(mode)}, and Grafana can start it only with ${octal(EXECUTABLE)}.`
      ),
    ...(byName.size === entries.length ? [] : ['A file is in it twice.']),
  ];
}

const octal = (mode: number) => `0${mode.toString(8)}`;
