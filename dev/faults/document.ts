import { type Outcome } from './runCell';

const opening = `# Faults

How the backend responds to faults of Azure, Microsoft Entra ID and the workspace's Grafana. A test runs each step with
each fault against the built backend, over Grafana's plugin protocol, with the Azure stand-in as upstream. The test fails
when this page differs from its results. To update the page, run \`WRITE_FAULTS=1 npx jest dev/faults\`.

In every row, nothing else changed, no change was sent twice, nothing was created twice, and the step succeeded after the
fault was cleared. The backend retries reads where a retry can help, and never retries changes.

The data source answers a Viewer's query with one text, with the hint at its end. Its automatic refresh meets the same
classes of faults in \`pkg/monitor/timer_faults_test.go\`.
`;

/** Writes the page: a table for each step. */
export function faultsDocument(outcomes: readonly Outcome[]): string {
  const steps = [...new Set(outcomes.map(({ step }) => step))];
  const tables = steps.map((step) => {
    const rows = outcomes.filter((outcome) => outcome.step === step).map(row);
    return `\n## ${step}\n\n| Fault | Response | Message | Hint | Result |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return opening + tables.join('');
}

function row(outcome: Outcome): string {
  const { fault, answer } = outcome;
  const { code = '', message = '', hint = '', retryAfter } = answer.body as Record<string, string>;
  const wait = retryAfter === undefined ? '' : `, wait ${retryAfter} s`;
  const said =
    answer.status === 0
      ? [stopped.answer, stopped.message, stopped.hint]
      : [told(answer.status, code, wait), message, hint];
  return `| ${[fault, ...said, afterwards(outcome)].map(cell).join(' | ')} |`;
}

// Grafana responds for a backend that was killed, and the browser words that response (src/api/errors.ts).
const stopped = {
  answer: '500 from Grafana',
  message: 'The plugin’s backend isn’t running.',
  hint: 'Grafana restarts it automatically. Try again in a few seconds.',
};

const told = (status: number, code: string, wait: string) =>
  status < 300 || code === '' ? `${status}` : `${status} \`${code}\`${wait}`;

function afterwards({ answer, doneBefore, retry }: Outcome): string {
  if (answer.status > 0 && answer.status < 300) {
    return doneBefore === undefined ? 'succeeded' : 'applied';
  }
  if (answer.status === 0) {
    return doneBefore === undefined ? 'succeeds on retry' : 'applied once or not at all';
  }
  if (doneBefore === undefined) {
    return 'succeeds on retry';
  }
  if (doneBefore === 0) {
    return 'not applied; applied on retry';
  }
  const again = retry.status < 300 ? 'no further change on retry' : `\`${String(retry.body.code)}\` on retry`;
  return `applied once; ${again}`;
}

const cell = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replace(/localhost:\d+/g, 'localhost')
    .trim();
