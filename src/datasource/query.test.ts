import { fillFilters, type Query } from './query';

const variables: Record<string, string | string[]> = { $one: 'contoso', $many: ['a', 'b'], $none: [] };
const replace = (text: string, format: (value: string | string[]) => string) => {
  const value = variables[text];
  return value === undefined ? text : format(value);
};

it.each([
  [
    ['contoso-grafana', ''],
    ['contoso-grafana', ''],
  ],
  [
    ['$one', 'x'],
    ['contoso', 'x'],
  ],
  [['$many'], ['a', 'b']],
  [['$none'], []],
  [
    ['$unknown', '12'],
    ['$unknown', '12'],
  ],
])('fills %j', (workspaces, filled) => {
  expect(fillFilters({ refId: 'A', workspaces } as Query, replace)).toEqual({
    workspaces: filled,
    groups: [],
    resourceTypes: [],
  });
});
