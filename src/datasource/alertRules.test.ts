import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import dashboard from './dashboards/endpoints.json';
import manifest from './plugin.json';

const read = (file: string): unknown =>
  parse(readFileSync(path.join(__dirname, '../../docs/monitoring', file), 'utf8'));

interface Rule {
  uid: string;
  condition: string;
  data: Array<{ refId: string; datasourceUid: string; model: Record<string, unknown> }>;
  annotations: Record<string, string>;
}

const { groups } = read('alerting/azure-private-endpoints.yaml') as { groups: Array<{ rules: Rule[] }> };
const { datasources } = read('datasources/azure-private-endpoints.yaml') as {
  datasources: Array<{ uid: string; type: string }>;
};
const rules = groups.flatMap((group) => group.rules);

it.each(rules)('rule $uid asks the data source of the example for a condition that it knows', (rule) => {
  const [query, threshold] = rule.data;
  expect(query?.datasourceUid).toBe(datasources[0]?.uid);
  expect(query?.model.queryType).toBe('condition');
  expect(['rejected', 'pendingDays', 'notActive', 'failed', 'attention']).toContain(query?.model.condition);
  expect(threshold?.model).toMatchObject({ type: 'threshold', expression: query?.refId, refId: rule.condition });
});

it.each(rules)('rule $uid says what happened and what to do, and leads to the endpoint', ({ annotations }) => {
  const { summary, description, endpoint } = annotations;
  expect(summary).toContain('{{ .Labels.endpoint }}');
  expect(description).toMatch(/\.{{ end }}$/);
  // Where the data source can't be queried, an alert has no endpoint.
  Object.values(annotations).forEach((text) => expect(text).toMatch(/^{{ if \.Labels\.endpoint }}/));
  expect(endpoint).toContain('/a/azure-privateendpoints-app/endpoints/{{ urlquery .Labels.endpoint }}'.slice(1));
});

it('is the type that the dashboard and the example use', () => {
  expect(datasources.map(({ type }) => type)).toEqual([manifest.id]);
  expect(dashboard.templating.list[0]?.query).toBe(manifest.id);
  expect(dashboard.panels.every(({ datasource }) => datasource.type === manifest.id)).toBe(true);
});
