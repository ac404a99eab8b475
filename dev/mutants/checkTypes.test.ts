import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../tasks/paths';
import { checkTypes } from './checkTypes';
import { type Mutant } from './mutant';

const file = 'src/domain/place.ts';
const source = readFileSync(path.join(root, file), 'utf8');
const survivor = (changed: string | undefined): Mutant => ({ file, line: 1, change: 'x', status: 'survived', changed });

it('leaves out the survivors that the compiler notices', async () => {
  const mutants = [
    survivor(source),
    survivor(`${source}\nconst odd: string = 5;\n`),
    survivor(`${source}\nconst unused = 5;\n`),
    survivor(undefined),
  ];
  const checked = await checkTypes(mutants, path.join(root, '.dev', 'mutants', 'types-test'));
  expect(checked.map(({ status }) => status)).toEqual(['survived', 'unable', 'survived', 'survived']);
});
