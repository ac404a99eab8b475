import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ruleFileFor, rulesFor } from './alertRules';

const text = readFileSync('docs/monitoring/alerting/azure-private-endpoints.yaml', 'utf8');

it('asks the data source, and leaves the expression as it is', () => {
  const rules = rulesFor(parse(text), 'mine');
  expect(rules).toHaveLength(4);
  for (const { data, ruleGroup } of rules) {
    expect(data.map(({ datasourceUid }) => datasourceUid)).toEqual(['mine', '__expr__']);
    expect(ruleGroup).toBe('Private endpoints');
  }
});

it('copies the same rules', () => {
  expect(rulesFor(parse(ruleFileFor(text, 'mine')), 'mine')).toEqual(rulesFor(parse(text), 'mine'));
  expect(parse(ruleFileFor(text, 'true: #')).groups[0].rules[0].data[0].datasourceUid).toBe('true: #');
  expect(ruleFileFor(text, 'azure-private-endpoints')).toBe(text);
});
