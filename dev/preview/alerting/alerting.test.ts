import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { root } from '../../tasks/paths';
import { Alerting } from '../state/alerting';
import { evaluate, type Frame } from './evaluate';
import { type AlertRule, duration } from './rule';
import { evaluateDue, evaluationInterval } from './schedule';
import { fillTemplate } from './template';

const file = path.join(root, 'docs/monitoring/alerting/azure-private-endpoints.yaml');

function provisioned(): Alerting {
  const alerting = new Alerting();
  alerting.provision(parse(readFileSync(file, 'utf8')).groups);
  return alerting;
}

const rule = (uid: string): AlertRule =>
  provisioned().rules.find((one) => one.uid === `azure-private-endpoint-${uid}`)!;

/** A frame with one endpoint after another. */
const frame = (...numbers: number[]): Frame => ({
  schema: {
    fields: [
      { name: 'endpoint', type: 'string' },
      { name: 'value', type: 'number' },
    ],
  },
  data: { values: [numbers.map((_, index) => `e${index}`), numbers] },
});

it.each([
  ['0s', 0],
  ['90s', 90_000],
  ['1h15m', 4_500_000],
  ['', undefined],
  ['5', undefined],
  ['1m x', undefined],
])('reads the duration %j', (text, milliseconds) => {
  expect(duration(text)).toBe(milliseconds);
});

describe('evaluating a rule', () => {
  it('asks for its time range, and compares each number', async () => {
    const run = jest.fn(async () => [frame(4, 3, 2.9)]);
    const instances = await evaluate(rule('pending'), run, 1_000_000);
    expect(instances.map(({ labels, holds }) => [labels.endpoint, holds])).toEqual([
      ['e0', true],
      ['e1', false],
      ['e2', false],
    ]);
    expect(run).toHaveBeenCalledWith(expect.objectContaining({ refId: 'A' }), 400_000, 1_000_000);
  });

  it('refuses what it doesn’t know instead of finding nothing', async () => {
    const one = rule('failed');
    await expect(evaluate({ ...one, condition: 'A' }, async () => [], 0)).rejects.toThrow('threshold');
    const [query, threshold] = one.data;
    const outside = {
      ...threshold!,
      model: { ...threshold!.model, conditions: [{ evaluator: { type: 'outside_range' } }] },
    };
    await expect(evaluate({ ...one, data: [query!, outside] }, async () => [], 0)).rejects.toThrow();
  });
});

describe('the schedule', () => {
  const states = (alerting: Alerting, uid: string) =>
    alerting.evaluated.get(`azure-private-endpoint-${uid}`)?.states.map(({ state }) => state);

  it('fires after the rule’s waiting time, and resolves at once', async () => {
    const alerting = provisioned();
    let value = 1;
    const run = async () => [frame(value)];
    const at = (minutes: number) => evaluateDue(alerting, run, minutes * evaluationInterval);
    await at(1);
    expect(states(alerting, 'failed')).toEqual(['Alerting']);
    expect(states(alerting, 'not-active')).toEqual(['Pending']);
    await at(15.5);
    expect(states(alerting, 'not-active')).toEqual(['Pending']);
    await at(16.5);
    expect(states(alerting, 'not-active')).toEqual(['Alerting']);
    value = 0;
    await at(17.5);
    expect(states(alerting, 'not-active')).toEqual(['Normal']);
    value = 1;
    await at(18.5);
    expect(states(alerting, 'not-active')).toEqual(['Pending']);
  });

  it('evaluates each rule once a minute', async () => {
    const alerting = provisioned();
    const run = jest.fn(async () => [frame(0)]);
    for (let seconds = 0; seconds < 120; seconds += 5) {
      await evaluateDue(alerting, run, 1_000_000 + seconds * 1_000);
    }
    expect(run).toHaveBeenCalledTimes(2 * alerting.rules.length);
  });

  it('says so when the data source can’t be queried', async () => {
    const alerting = provisioned();
    await evaluateDue(alerting, () => Promise.reject(new Error('data source not found')), 1);
    expect(alerting.evaluated.get('azure-private-endpoint-failed')?.states).toEqual([
      { labels: {}, value: 0, state: 'Error', activeAt: 1, error: 'data source not found' },
    ]);
  });
});

describe('annotations', () => {
  const fill = (text = '', labels: Record<string, string> = {}) =>
    fillTemplate(text, { labels, externalUrl: 'https://grafana.test/' });

  it.each(provisioned().rules)('of $uid name the endpoint, and say so where there is none', ({ annotations }) => {
    const labels = { endpoint: 'loki aks', workspace: 'contoso', target: 'pls-loki' };
    expect(fill(annotations.summary, labels)).toMatch(/loki aks/);
    expect(fill(annotations.summary)).toBe("The private endpoints can't be read.");
    expect(fill(annotations.endpoint, labels)).toBe(
      'https://grafana.test/a/azure-privateendpoints-app/endpoints/loki+aks'
    );
    Object.values(annotations).forEach((text) => expect(fill(text, labels)).not.toMatch(/[{}]/));
  });

  it('with anything else are refused', () => {
    expect(() => fill('{{ .Values.A }}')).toThrow('.Values.A');
  });
});
