import { changedConstant, ofGremlins, ofStryker, unexplained, type Mutant } from './mutant';

const mutant = (change: Partial<Mutant>): Mutant => ({
  file: 'pkg/receipt/receipt.go',
  line: 3,
  change: 'CONDITIONALS_NEGATION',
  status: 'survived',
  ...change,
});

describe('mutants', () => {
  it('reads reports of both tools', () => {
    const mutations = [
      { line: 7, column: 2, type: 'CONDITIONALS_BOUNDARY', status: 'LIVED' },
      { line: 8, column: 2, type: 'CONDITIONALS_NEGATION', status: 'KILLED' },
      { line: 9, column: 2, type: 'CONDITIONALS_NEGATION', status: 'NOT COVERED' },
      { line: 9, column: 2, type: 'ARITHMETIC_BASE', status: 'NOT VIABLE' },
    ];
    expect(
      ofGremlins({ files: [{ file_name: 'a.go', mutations }] }, 'pkg/x').map(({ file, line, status }) => [
        file,
        line,
        status,
      ])
    ).toEqual([
      ['pkg/x/a.go', 7, 'survived'],
      ['pkg/x/a.go', 8, 'noticed'],
      ['pkg/x/a.go', 9, 'survived'],
      ['pkg/x/a.go', 9, 'unable'],
    ]);
    const source = "let a;\na = !b;\nc('Not ready yet.', 'notReady');\nd('# Not ready yet.', '#!/bin/sh');\n";
    const location = { start: { line: 2, column: 5 }, end: { line: 2, column: 7 } };
    const text = (column: number, length: number, line = 3) => ({
      start: { line, column },
      end: { line, column: column + length },
    });
    const literal = { mutatorName: 'StringLiteral', replacement: '""' };
    expect(
      ofStryker({
        files: {
          'src/a.ts': {
            source,
            mutants: [
              { mutatorName: 'BooleanLiteral', replacement: 'b', status: 'Survived', location },
              { mutatorName: 'BlockStatement', replacement: '{}', status: 'CompileError', location },
              { ...literal, status: 'Survived', location: text(3, 16) },
              { ...literal, status: 'NoCoverage', location: text(21, 10) },
              { ...literal, status: 'Survived', location: text(3, 18, 4) },
              { ...literal, status: 'Survived', location: text(23, 11, 4) },
            ],
          },
        },
      })
    ).toEqual([
      {
        file: 'src/a.ts',
        line: 2,
        change: 'BooleanLiteral: b',
        status: 'survived',
        changed: source.replace('!b', 'b'),
      },
      { file: 'src/a.ts', line: 2, change: 'BlockStatement: {}', status: 'unable' },
      { file: 'src/a.ts', line: 3, change: 'StringLiteral: ""', status: 'unable' },
      {
        file: 'src/a.ts',
        line: 3,
        change: 'StringLiteral: ""',
        status: 'survived',
        changed: source.replace("'notReady'", '""'),
      },
      { file: 'src/a.ts', line: 4, change: 'StringLiteral: ""', status: 'unable' },
      {
        file: 'src/a.ts',
        line: 4,
        change: 'StringLiteral: ""',
        status: 'survived',
        changed: source.replace("'#!/bin/sh'", '""'),
      },
    ]);
  });

  it('changes the arithmetic of constants, which Gremlins leaves alone', () => {
    const source = 'const (\n\tlastGap  = 6 * time.Hour\n)\nconst size = 4 + 2\nfunc f() int { return 2 * 3 }';
    const change = { type: 'ARITHMETIC_BASE', status: 'NOT COVERED' };
    expect(changedConstant(source, { ...change, line: 2, column: 15 })).toContain('lastGap  = 6 / time.Hour');
    expect(changedConstant(source, { ...change, line: 4, column: 16 })).toContain('size = 4 - 2');
    expect(changedConstant(source, { ...change, line: 5, column: 25 })).toBeUndefined();
    expect(changedConstant(source, { ...change, status: 'LIVED', line: 2, column: 15 })).toBeUndefined();
  });

  it('takes a survivor for explained by file, change and text of the line, wherever the line stands', () => {
    const entry = { file: 'pkg/receipt/receipt.go', text: 'if n > 3 {', change: 'CONDITIONALS_NEGATION', reason: '…' };
    const lineOf = ({ line }: Mutant) => (line === 3 ? 'if n > 3 {' : 'return nil');
    expect(unexplained([mutant({})], [entry], lineOf)).toEqual({ survivors: [], stale: [] });
    for (const other of [{ line: 4 }, { change: 'CONDITIONALS_BOUNDARY' }]) {
      expect(unexplained([mutant(other)], [entry], lineOf)).toEqual({ survivors: [mutant(other)], stale: [entry] });
    }
  });

  it('calls an entry stale once a test notices the change, and leaves those of other rooms alone', () => {
    const entry = { file: 'pkg/receipt/receipt.go', text: 'x', change: 'CONDITIONALS_NEGATION', reason: '…' };
    const elsewhere = { ...entry, file: 'pkg/azure/pin.go' };
    expect(unexplained([mutant({ status: 'noticed' })], [entry, elsewhere], () => 'x').stale).toEqual([entry]);
  });
});
