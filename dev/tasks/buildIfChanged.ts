import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type BuildPart, buildParts } from './buildParts';
import { fingerprint } from './fingerprint';
import { root } from './paths';

const stampFile = ({ name }: BuildPart) => path.join(root, '.dev', 'stamps', name.replace(' ', '-'));

/** Builds those of the parts whose sources changed since their last build. @throws Error in one sentence */
export async function buildIfChanged({ quiet = false, parts = buildParts } = {}): Promise<void> {
  for (const part of parts) {
    const stamp = await stampOf(part);
    const known = await readFile(stampFile(part), 'utf8').catch(() => '');
    const built = await access(await part.output()).then(
      () => true,
      () => false
    );
    if (known !== stamp || !built) {
      if (!quiet) {
        console.log(`Building the ${part.name} …`);
      }
      await build(part);
    }
  }
}

/** Makes the next buildIfChanged build a part, whatever stands in dist/ then. */
export async function forgetBuild(part: BuildPart): Promise<void> {
  await rm(stampFile(part), { force: true });
}

/** Builds all parts. @throws Error in one sentence */
export async function buildAll(): Promise<void> {
  for (const part of buildParts) {
    console.log(`Building the ${part.name} …`);
    await build(part);
  }
}

async function build(part: BuildPart): Promise<void> {
  // Taken first: what changes while it builds asks for another build.
  const stamp = await stampOf(part);
  await part.build();
  await mkdir(path.dirname(stampFile(part)), { recursive: true });
  await writeFile(stampFile(part), stamp);
}

function stampOf({ sources, wanted }: BuildPart): Promise<string> {
  return fingerprint(root, sources, wanted);
}
