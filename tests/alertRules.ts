import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import { parse } from 'yaml';

interface Rule {
  uid: string;
  data: Array<{ refId: string; model: Record<string, unknown> }>;
}

interface Frame {
  schema: { fields: Array<{ name: string; type: string }> };
  data: { values: unknown[][] };
}

const file = path.join(__dirname, '../docs/monitoring/alerting/azure-private-endpoints.yaml');
const { groups } = parse(readFileSync(file, 'utf8')) as { groups: Array<{ rules: Rule[] }> };

/**
 * Evaluates one of the provisioned rules as Grafana Alerting does, as far as these rules go: a query of numbers with labels, and a
 * threshold on each.
 * @returns names of the endpoints for which it fires, its waiting time (`for`) left out
 */
export async function firing(request: APIRequestContext, datasourceUid: string, ruleUid: string): Promise<string[]> {
  const rule = groups.flatMap(({ rules }) => rules).find(({ uid }) => uid === ruleUid);
  const [query, threshold] = rule?.data ?? [];
  const to = Date.now();
  const answer = await request.post('/api/ds/query', {
    data: {
      queries: [{ ...query?.model, datasource: { uid: datasourceUid } }],
      from: String(to - 600_000),
      to: String(to),
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  const { results } = (await answer.json()) as { results: Record<string, { frames: Frame[] }> };
  const [frame] = results[query?.refId ?? '']?.frames ?? [];
  const column = (name: string) => {
    const index = frame?.schema.fields.findIndex((field) => field.name === name) ?? -1;
    return frame?.data.values[index] ?? [];
  };
  const [{ evaluator } = { evaluator: { params: [0] } }] = threshold?.model.conditions as Array<{
    evaluator: { params: number[] };
  }>;
  const limit = evaluator.params[0] ?? 0;
  return column('endpoint').filter((_, index) => Number(column('value')[index]) > limit) as string[];
}
