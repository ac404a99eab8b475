import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../tasks/paths';
import { run } from '../tasks/run';
import { type Mutant } from './mutant';

/** Marks the survivors that don't compile as unable: the compiler notices them. All are checked at once, in `folder`. */
export async function checkTypes(mutants: Mutant[], folder: string): Promise<Mutant[]> {
  await rm(folder, { recursive: true, force: true });
  const nameOf = ({ file }: Mutant, i: number) => file.replace(/(\.tsx?)$/, `.changed${i}$1`);
  const files: string[] = [];
  for (const [i, mutant] of mutants.entries()) {
    if (mutant.changed !== undefined) {
      const copy = path.join(folder, nameOf(mutant, i));
      await mkdir(path.dirname(copy), { recursive: true });
      await writeFile(copy, mutant.changed);
      files.push(copy);
    }
  }
  if (files.length === 0) {
    return mutants;
  }
  const config = path.join(folder, 'tsconfig.json');
  const compilerOptions = {
    // A change may leave things unused; and what a copy imports stands beside its original.
    ...{ noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true },
    rootDirs: [root, folder],
  };
  await writeFile(
    config,
    JSON.stringify({ extends: path.join(root, 'tsconfig.json'), compilerOptions, include: [], files })
  );
  const output = path.join(folder, 'errors');
  await run(process.execPath, [path.join(root, 'node_modules/typescript-7/bin/tsc'), '-p', config], {
    outFile: output,
  });
  const errors = await readFile(output, 'utf8');
  return mutants.map((mutant, i) =>
    mutant.changed !== undefined && errors.includes(`${path.basename(nameOf(mutant, i))}(`)
      ? { ...mutant, status: 'unable' }
      : mutant
  );
}
