import { openStep, stepFields, wizardSteps } from './wizardSteps';

const noTarget = { target: { message: 'x' } } as const;
const noName = { name: { message: 'x' } } as const;
const longName = { name: { message: 'x', isWarning: true } } as const;

it('shows where the user is and what can be opened', () => {
  expect(wizardSteps('details', {}).map(({ id, state, reachable }) => [id, state, reachable])).toEqual([
    ['target', 'done', true],
    ['details', 'current', true],
    ['review', 'todo', true],
  ]);
  expect(wizardSteps('target', noTarget).map((step) => step.reachable)).toEqual([true, false, false]);
});

it.each([
  ['review', {}, 'review'],
  ['review', longName, 'review'],
  ['review', noTarget, 'target'],
  ['details', noTarget, 'target'],
  ['review', noName, 'details'],
  ['details', noName, 'details'],
  ['target', {}, 'target'],
  ['target', noName, 'target'],
  ['nonsense', {}, 'target'],
  [undefined, {}, 'target'],
])('the URL asks for %s: opens %s', (asked, findings, expected) => {
  expect(openStep(asked, findings)).toBe(expected);
});

it('asks for every field once', () => {
  const fields = Object.values(stepFields).flat();
  expect(new Set(fields).size).toBe(fields.length);
  expect(fields).toHaveLength(7);
});
