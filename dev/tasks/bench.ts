import { parseArgs } from 'node:util';

import { measureBackend } from '../bench/backend';
import { measureDataSources } from '../bench/dataSourcesPage';
import { type Figure, verdict } from '../bench/figure';
import { measureFlood } from '../bench/flood';
import { measureFollowing } from '../bench/following';
import { measureFrontEnd } from '../bench/frontEnd';
import { measureMatching } from '../bench/matching';
import { measureMonitoring } from '../bench/monitoring';
import { buildPrograms } from '../bench/programs';
import { describeMachine, markdownReport, textReport } from '../bench/report';
import { type Upstream, startUpstream } from '../bench/startUpstream';
import { writeDocument } from '../bench/writeDocument';
import { buildIfChanged } from './buildIfChanged';
import { runTask } from './runTask';

/** What is measured, one after another; each with fewer repetitions when it is to be quick. */
const parts: Array<{ name: string; measure: (upstream: Upstream, quick: boolean) => Promise<Figure[]> }> = [
  { name: 'the backend', measure: measureBackend },
  { name: 'large bodies', measure: measureFlood },
  { name: 'many tabs that follow', measure: measureFollowing },
  { name: 'dashboards and alert rules', measure: measureMonitoring },
  { name: 'the front end', measure: measureFrontEnd },
  { name: 'the page of data sources', measure: measureDataSources },
  { name: 'matching', measure: (_, quick) => Promise.resolve(measureMatching(quick)) },
];

/**
 * `npm run bench`: measures against the budgets and prints a table; `--quick` repeats less, `--write` also puts the
 * figures into docs/benchmarks.md. Words measure only the parts whose names have them: `npm run bench -- matching`. Fails only when a budget is broken beyond what a busy machine explains.
 */
runTask(async () => {
  const options = { quick: { type: 'boolean' }, write: { type: 'boolean' } } as const;
  const { values, positionals: words } = parseArgs({ options, allowPositionals: true });
  const { quick = false, write = false } = values;
  if (write && (quick || words.length > 0)) {
    throw new Error('Only whole figures of all parts are written down: leave out --write, or all else.');
  }
  const chosen = parts.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) {
    throw new Error(`Nothing is measured under that name. There is ${parts.map(({ name }) => name).join(', ')}.`);
  }
  await buildIfChanged();
  await buildPrograms();
  const machine = await describeMachine();
  const figures = await measureAll(chosen, quick);
  console.log(`${textReport(figures)}\n\n${machine}`);
  if (write) {
    const day = new Date().toISOString().slice(0, 10);
    await writeDocument(`Measured on ${day}: ${machine}\n\n${markdownReport(figures)}`);
  }
  if (figures.some((figure) => verdict(figure) === 'broken')) {
    console.error('\nA budget is broken: see the table.');
    process.exitCode = 1;
  }
});

async function measureAll(chosen: typeof parts, quick: boolean): Promise<Figure[]> {
  const upstream = await startUpstream();
  try {
    const figures: Figure[] = [];
    for (const { name, measure } of chosen) {
      console.log(`Measuring ${name} …`);
      figures.push(...(await measure(upstream, quick)));
    }
    return figures;
  } finally {
    await upstream.close();
  }
}
