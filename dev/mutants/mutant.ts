import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A change that a tool made to one line of the source. */
export interface Mutant {
  /** From the repository's root. */
  file: string;
  line: number;
  /** What was changed: the tool's name for it, and what stood there afterwards where the tool tells that. */
  change: string;
  /** `unable`: it doesn't compile, changes a sentence alone, or no test can reach it in the tool's eyes (a crash at start). */
  status: 'noticed' | 'survived' | 'unable';
  /** TypeScript: the file as the change left it, where it survived. */
  changed?: string;
}

/** A survivor that changes nothing that anybody could see. Lines move: the line's text stands for its number. */
export interface Equivalent {
  file: string;
  text: string;
  change: string;
  reason: string;
}

/** Of the survivors those that aren't listed as equivalent, and the entries of the list that no survivor needs. */
export function unexplained(
  mutants: Mutant[],
  equivalents: Equivalent[],
  lineOf: (mutant: Mutant) => string
): { survivors: Mutant[]; stale: Equivalent[] } {
  const files = new Set(mutants.map(({ file }) => file));
  const survivors = mutants.filter(({ status }) => status === 'survived');
  const matches = (mutant: Mutant, entry: Equivalent) =>
    entry.file === mutant.file && entry.change === mutant.change && entry.text === lineOf(mutant);
  return {
    survivors: survivors.filter((mutant) => !equivalents.some((entry) => matches(mutant, entry))),
    stale: equivalents.filter((entry) => files.has(entry.file) && !survivors.some((mutant) => matches(mutant, entry))),
  };
}

/** Reads the trimmed line of the source that a mutant is on. */
export function sourceLine(root: string): (mutant: Mutant) => string {
  return ({ file, line }) => readFileSync(path.join(root, file), 'utf8').split('\n')[line - 1]?.trim() ?? '';
}

/** One change in Gremlins' report; line and column count from 1, and the column is the operator's. */
export interface Mutation {
  type: string;
  status: string;
  line: number;
  column: number;
}

export interface GremlinsReport {
  files?: Array<{ file_name: string; mutations: Mutation[] }>;
}

const GREMLINS: Record<string, Mutant['status']> = {
  KILLED: 'noticed',
  'TIMED OUT': 'noticed',
  LIVED: 'survived',
  'NOT COVERED': 'survived',
};

/** Gremlins' report (`--output`) on one package, whose folder it leaves out of the names. */
export function ofGremlins(report: GremlinsReport, folder: string): Mutant[] {
  return (report.files ?? []).flatMap(({ file_name, mutations }) =>
    mutations.map(({ line, type, status }) => ({
      file: `${folder}/${file_name}`,
      line,
      change: type,
      status: GREMLINS[status] ?? 'unable',
    }))
  );
}

const OTHER_OPERATOR: Record<string, string> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' };

/**
 * The source with the arithmetic of a constant changed as Gremlins would: it takes constants for covered by no test, and
 * tries none. Undefined for anything that is not one.
 */
export function changedConstant(source: string, { type, status, line, column }: Mutation): string | undefined {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const operator = OTHER_OPERATOR[text[column - 1] ?? ''];
  if (type !== 'ARITHMETIC_BASE' || status !== 'NOT COVERED' || !operator || !/^(const )?\s*\w+\s+=/.test(text)) {
    return undefined;
  }
  lines[line - 1] = text.slice(0, column - 1) + operator + text.slice(column);
  return lines.join('\n');
}

interface StrykerReport {
  files: Record<
    string,
    {
      source: string;
      mutants: Array<{
        mutatorName: string;
        replacement?: string;
        status: string;
        location: { start: Position; end: Position };
      }>;
    }
  >;
}

/** Both count from 1. */
interface Position {
  line: number;
  column: number;
}

const STRYKER: Record<string, Mutant['status']> = {
  Killed: 'noticed',
  Timeout: 'noticed',
  Survived: 'survived',
  NoCoverage: 'survived',
};

// Sentences are for people: the tests of pages look for them, and those of a rule for what it decides. So are those in the
// comments of generated code.
const sentence = /^["'`]\s*((#|\/\/) )?[A-Z][\w’]*,? [\w’"'$({“-]/;

/** Stryker's report (reporter `json`). */
export function ofStryker(report: StrykerReport): Mutant[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ mutatorName, replacement = '', status, location: { start, end } }) => {
      const [from, to] = [offsetOf(source, start), offsetOf(source, end)];
      const isWords = mutatorName === 'StringLiteral' && sentence.test(source.slice(from, to));
      const found = isWords ? 'unable' : (STRYKER[status] ?? 'unable');
      return {
        file,
        line: start.line,
        change: `${mutatorName}: ${replacement.replace(/\s+/g, ' ').slice(0, 60)}`,
        status: found,
        ...(found === 'survived' && { changed: source.slice(0, from) + replacement + source.slice(to) }),
      };
    })
  );
}

function offsetOf(source: string, { line, column }: Position): number {
  const before = source.split('\n').slice(0, line - 1);
  return before.join('\n').length + Math.min(before.length, 1) + column - 1;
}
