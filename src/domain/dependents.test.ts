import table from '../../testdata/cases/dependents.json';
import { describeDependents, usesAny } from './dependents';
import { type JsonValue } from './json';

// The backend's tests read the same documents.
it.each(table.cases.map(({ source, ...one }) => [source, one] as const))('%s', (_, { document, uses }) => {
  expect(usesAny(document as unknown as JsonValue, new Set(table.names))).toBe(uses);
});

it.each<[number | null, number | null, string]>([
  [3, 1, 'At least 3 dashboards and 1 alert rule will be affected.'],
  [1, 0, 'At least 1 dashboard will be affected.'],
  [0, 2, 'At least 2 alert rules will be affected.'],
  [0, 0, 'No dashboards or alert rules are known to use them.'],
  [2, null, 'At least 2 dashboards will be affected. It isn’t known which alert rules use them.'],
  [null, 0, 'No alert rules are known to use them. It isn’t known which dashboards use them.'],
  [null, null, 'It isn’t known which dashboards and alert rules use them.'],
])('%s dashboards and %s alert rules', (dashboards, alertRules, expected) => {
  expect(describeDependents({ dashboards, alertRules })).toBe(expected);
});
