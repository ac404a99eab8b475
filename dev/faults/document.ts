import { type Outcome } from './runCell';

const opening = `# Faults

What the backend answers when something goes wrong, and what is left behind. A test runs each step with each fault
against the built backend, over Grafana's plugin protocol, with the Azure stand-in behind it; it fails when this page
differs from what it saw. Write the page anew with \`WRITE_FAULTS=1 npx jest --selectProjects dev dev/faults\`.

In every row: nothing else changed, no change was sent twice, nothing was created twice, and the same step worked once
the fault had passed. Reads are repeated by the backend itself where that may help; changes never are.
`;

/** Writes the page: a table for each step. */
export function faultsDocument(outcomes: readonly Outcome[]): string {
  const steps = [...new Set(outcomes.map(({ step }) => step))];
  const tables = steps.map((step) => {
    const rows = outcomes.filter((outcome) => outcome.step === step).map(row);
    return `\n## ${step}\n\n| Fault | Answer | What is said | What to do | Afterwards |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return opening + tables.join('');
}

function row(outcome: Outcome): string {
  const { fault, answer } = outcome;
  const { code = '', message = '', hint = '', retryAfter } = answer.body as Record<string, string>;
  const wait = retryAfter === undefined ? '' : `, wait ${retryAfter} s`;
  const said =
    answer.status === 0 ? [broke.answer, broke.message, broke.hint] : [told(answer.status, code, wait), message, hint];
  return `| ${[fault, ...said, afterwards(outcome)].map(cell).join(' | ')} |`;
}

// A backend that goes away can't answer: Grafana does, and the page knows its answer (src/api/errors.ts).
const broke = {
  answer: '500 from Grafana',
  message: 'The plugin’s backend is not running.',
  hint: 'Grafana starts it again by itself: try again in a few seconds.',
};

const told = (status: number, code: string, wait: string) =>
  status < 300 ? `${status}` : `${status} \`${code}\`${wait}`;

function afterwards({ answer, doneBefore, retry }: Outcome): string {
  if (answer.status > 0 && answer.status < 300) {
    return doneBefore === undefined ? 'answered' : 'done';
  }
  if (answer.status === 0) {
    return doneBefore === undefined ? 'the next try is answered' : 'done once or not at all, as reading shows';
  }
  if (doneBefore === undefined) {
    return 'the next try is answered';
  }
  if (doneBefore === 0) {
    return 'not done; the next try does it';
  }
  const again =
    retry.status < 300 ? 'the next try changes nothing more' : `the next try says \`${String(retry.body.code)}\``;
  return `done once, as reading shows; ${again}`;
}

const cell = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .replace(/localhost:\d+/g, 'localhost')
    .trim();
