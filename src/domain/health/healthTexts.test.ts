import { type HealthText, healthTexts } from '../testing/healthTexts';
import { readHealth } from './healthAnswer';
import { categoryTitles } from './healthRule';
import { type SortedHealth, sortHealth } from './sortHealth';
import { steps } from './steps';

const { known, putAside } = healthTexts();

const sort = ({ type, text, host }: HealthText) =>
  sortHealth(readHealth(400, { status: 'ERROR', message: text }), { type, hosts: host ? [host] : [] });

const isRight = (text: HealthText, { category, step }: SortedHealth) =>
  text.class.includes(category) && text.next.includes(step);

// A wrong class or proof that would send someone the wrong way; "unknown cause" never does.
function isConfidentlyWrong(text: HealthText, { category, reached }: SortedHealth): boolean {
  const saysReached = reached === 'target' || (reached === 'server' && text.reached === 'no');
  return (
    (saysReached && text.never.includes('reached')) ||
    (reached === 'no' && text.never.includes('unreached')) ||
    (!text.class.includes(category) && text.never.includes(category))
  );
}

it('there are enough texts, half of them put aside, each with a source and with names that the code knows', () => {
  const all = [...known, ...putAside];
  expect(all.length).toBeGreaterThanOrEqual(250);
  expect(putAside.length / all.length).toBeGreaterThan(0.4);
  expect(new Set(all.map(({ type, text }) => `${type}\n${text}`)).size).toBe(all.length);
  for (const { source, class: classes, next } of all) {
    expect(Object.keys(categoryTitles)).toEqual(expect.arrayContaining(classes));
    expect(Object.keys(steps)).toEqual(expect.arrayContaining(next));
    expect(source).toMatch(/^(?:built after )?(?:https:\/\/\S+|public file \d+)$/);
  }
});

it.each([
  ['known', known],
  ['put aside', putAside],
])('at least 97%% of the texts %s are sorted right, and none confidently wrong', (half, texts) => {
  const sorted = texts.map((text) => ({ text, found: sort(text) }));
  const right = sorted.filter(({ text, found }) => isRight(text, found)).length / texts.length;
  const wrong = sorted.filter(({ text, found }) => isConfidentlyWrong(text, found));
  process.stdout.write(
    `Health texts, ${half}: ${texts.length}, ${(right * 100).toFixed(1)}% right, ${wrong.length} confidently wrong\n`
  );
  expect(wrong.map(({ text }) => text.text)).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(0.97);
});
