import { sampleEndpoint } from '../testing/sampleEndpoint';
import { checkHealth } from './checkHealth';
import { type CheckFacts } from './checkStep';

const dataSource = { uid: 'u', name: 'n', type: 'influxdb', url: 'http://INFLUX.contoso.com' };
const facts: CheckFacts = {
  ...{ endpoint: sampleEndpoint(), view: undefined, dataSource, target: undefined, health: undefined },
  insideManagedNetwork: true,
};
const answer = (status: 'ok' | 'error' | 'unknown' | 'missing', message = '', raw = message) => ({
  health: { status, message, raw },
});
const unresolved = (host: string) => answer('error', '', `dial tcp: lookup ${host}: no such host`);
const outside = { insideManagedNetwork: false };

it.each<[string, Partial<CheckFacts>, string, RegExp, RegExp]>([
  ['nothing to test', { dataSource: undefined }, 'unknown', /no data source/, /^$/],
  ['no answer yet', {}, 'running', /is running/, /^$/],
  ['success', answer('ok', 'Fine'), 'ok', /^Fine$/, /^$/],
  ['success without a message', answer('ok'), 'ok', /^Test successful$/, /^$/],
  ['no health check', answer('missing'), 'unknown', /doesn’t have a health check/, /Save & test/],
  ['an unclear answer', answer('unknown', 'Hm'), 'unknown', /^Hm$/, /Explore/],
  ['an unclear answer without a message', answer('unknown'), 'unknown', /no result/, /Explore/],
  ['a Grafana outside', { ...answer('error', 'Oops'), ...outside }, 'unknown', /Result: Oops$/, /workspace's Grafana/],
  ['a Grafana outside without a message', { ...answer('ok'), ...outside }, 'unknown', /Result: ok$/, /Grafana/],
  ['its own name', unresolved('influx.contoso.com'), 'failed', /^(?!.*isn’t the host)/, /./],
  ['another name', unresolved('proxy.contoso.com'), 'failed', /isn’t the host in the URL/, /./],
  [
    'a name where no address can be read',
    { ...unresolved('proxy.contoso.com'), dataSource: { ...dataSource, url: '${X}' } },
    ...(['failed', /^(?!.*isn’t the host)/, /./] as const),
  ],
])('%s', (_, change, outcome, finding, next) => {
  expect(checkHealth({ ...facts, ...change })).toMatchObject({
    outcome,
    finding: expect.stringMatching(finding),
    next: expect.stringMatching(next),
    ...(change.health && { raw: change.health.raw }),
  });
});
