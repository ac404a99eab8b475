import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import { parse } from 'yaml';
import { evaluate, type Frame } from '../dev/preview/alerting/evaluate';
import { type RuleGroup, rulesOf } from '../dev/preview/alerting/ruleFile';

const file = path.join(__dirname, '../docs/monitoring/alerting/azure-private-endpoints.yaml');
const { groups } = parse(readFileSync(file, 'utf8')) as { groups: RuleGroup[] };
const rules = groups.flatMap((group) => rulesOf(group, ''));

/**
 * Evaluates one of the rules of docs/monitoring over a data source.
 * @returns names of the endpoints for which its condition holds, its waiting time (`for`) left out
 */
export async function firing(request: APIRequestContext, datasourceUid: string, ruleUid: string): Promise<string[]> {
  const rule = rules.find(({ uid }) => uid === ruleUid);
  expect(rule, ruleUid).toBeDefined();
  const instances = await evaluate(
    rule!,
    async ({ refId, model }, from, to) => {
      const answer = await request.post('/api/ds/query', {
        data: {
          queries: [{ ...model, refId, datasource: { uid: datasourceUid } }],
          from: String(from),
          to: String(to),
        },
      });
      expect(answer.status(), await answer.text()).toBe(200);
      const { results } = (await answer.json()) as { results: Record<string, { frames: Frame[] }> };
      return results[refId]?.frames ?? [];
    },
    Date.now()
  );
  return instances.filter(({ holds }) => holds).map(({ labels }) => labels.endpoint ?? '');
}
