import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import { type Figure, verdict, written } from './figure';

const words = { none: '', met: 'met', missed: 'missed', broken: 'BROKEN' };

/** The figures as lines of text, a heading for each part. */
export function textReport(figures: Figure[]): string {
  const rows = figures.map(cells);
  const width = (column: 0 | 1 | 2 | 3) => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map(
    ([what, value, budget, outcome, detail]) =>
      `  ${what.padEnd(width(0))}  ${value.padStart(width(1))}  ${budget.padEnd(width(2))}  ${outcome.padEnd(width(3))}  ${detail}`
  );
  return figures
    .flatMap(({ part }, i) => [...(part === figures[i - 1]?.part ? [] : ['', part]), lines[i]?.trimEnd() ?? ''])
    .join('\n');
}

/** The figures as a table in Markdown. */
export function markdownReport(figures: Figure[]): string {
  const rows = figures.map((figure) => [figure.part, ...cells(figure)]);
  const header = ['', 'what', 'value', 'budget', '', 'in detail'];
  return [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells(figure: Figure): [what: string, value: string, budget: string, outcome: string, detail: string] {
  const { what, value, unit, budget, detail } = figure;
  const limit = budget ? `${budget.failsAbove === Infinity ? 'goal' : '≤'} ${written(budget.limit, unit)}` : '';
  return [what, written(value, unit), limit, words[verdict(figure)], detail];
}

/** One sentence on the machine that measures. */
export async function describeMachine(): Promise<string> {
  const processors = cpus();
  const { stdout } = await promisify(execFile)('go', ['env', 'GOVERSION']);
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return (
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${type()} ${release()}, ` +
    `Node ${process.versions.node}, ${stdout.trim().replace('go', 'Go ')}; load average at the start ${load}.`
  );
}
