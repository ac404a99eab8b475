/** A room whose rules guard other people's things, and how its mutants are made. */
export interface Room {
  name: string;
  language: 'go' | 'typescript';
  /** Go: a package below pkg/. TypeScript: globs, as Stryker takes them. */
  files: string[];
  /** Go: its rules are tested from another package, so that each mutant needs all tests. */
  testedElsewhere?: boolean;
}

/** What the tests guard; the order is that of how long it takes. */
export const rooms: Room[] = [
  { name: 'pkg/address', language: 'go', files: ['pkg/address'], testedElsewhere: true },
  { name: 'pkg/receipt', language: 'go', files: ['pkg/receipt'], testedElsewhere: true },
  { name: 'pkg/failure', language: 'go', files: ['pkg/failure'], testedElsewhere: true },
  { name: 'pkg/follow', language: 'go', files: ['pkg/follow'] },
  { name: 'pkg/azure', language: 'go', files: ['pkg/azure'], testedElsewhere: true },
  { name: 'pkg/grafana', language: 'go', files: ['pkg/grafana'], testedElsewhere: true },
  { name: 'pkg/plugin', language: 'go', files: ['pkg/plugin'] },
  { name: 'src/data', language: 'typescript', files: ['src/data/**/*.ts', 'src/data/**/*.tsx'] },
  { name: 'src/domain', language: 'typescript', files: ['src/domain/**/*.ts'] },
];
