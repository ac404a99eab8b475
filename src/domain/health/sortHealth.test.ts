import fc from 'fast-check';
import { healthFixtures } from '../testing/healthFixtures';
import { findings } from './findings';
import { categoryTitles } from './healthRule';
import { sortHealth } from './sortHealth';
import { steps } from './steps';

it.each(healthFixtures)('%s: %s', (_, raw, category, finding) => {
  expect(sortHealth({ status: 'error', message: '', raw })).toMatchObject({ category, finding });
});

it('says what a data source without a health check leaves to do', () => {
  expect(sortHealth({ status: 'missing', message: '', raw: 'plugin.unavailable' })).toMatchObject({
    category: 'unknown',
    next: expect.stringContaining('Save & test'),
  });
});

it('each sentence is short, and each next step is one that a finding leads to', () => {
  const all = Object.values(findings);
  expect(Object.keys(steps).filter((step) => !all.some((finding) => finding.step === step))).toEqual([]);
  for (const text of [...all.map(({ meaning }) => meaning), ...Object.values(steps)]) {
    expect(text).not.toMatch(/please/i);
    expect(text).toMatch(/\.$/);
  }
});

it.each([
  ['the host in the URL', 'dial tcp: lookup PROM.contoso.com: no such host', 'noSuchHost'],
  ['another host', 'dial tcp: lookup other.contoso.com: no such host', 'otherName'],
  ['a proxy', 'proxyconnect tcp: dial tcp: lookup proxy.contoso.com: no such host', 'proxyName'],
  ['a proxy at an IP address', 'proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout', 'proxyFails'],
  [
    'the token endpoint',
    'Post "https://login.microsoftonline.com/t": dial tcp: lookup login.microsoftonline.com: no such host',
    'signInName',
  ],
  [
    'the token endpoint, by address',
    'Post "https://login.microsoftonline.com/t": dial tcp 20.1.2.3:443: i/o timeout',
    'signInRoute',
  ],
  ['a SOCKS proxy', 'socks connect tcp 10.0.0.9:1080->prom.contoso.com:80: connection refused', 'proxyFails'],
  ['the way to a SOCKS proxy', 'socks connect tcp 10.0.0.9:1080->h:80: network is unreachable', 'noRoute'],
  ['a member', 'server selection error: lookup mongo-0.contoso.com: no such host', 'memberName'],
  ['a redirect to a sign-in page', 'Get "https://id.contoso.com/sso/start?x=1": EOF', 'redirected'],
  ['a redirect without TLS', 'Get "http://id.contoso.com/sso": EOF', 'redirected'],
  ['a redirect to another port', 'Get "https://id.contoso.com:8443/sso": EOF', 'redirected'],
  ['a sign-in page of the host itself', 'Get "https://PROM.contoso.com/sso": EOF', 'closed'],
])('tells whose failure it is: %s', (_, raw, finding) => {
  expect(sortHealth({ status: 'error', message: '', raw }, { hosts: ['prom.contoso.com'] }).finding).toBe(finding);
});

it('says that the target responded only where the text proves it', () => {
  const of = (raw: string) => sortHealth({ status: 'error', message: '', raw });
  const [noRole, noHost] = [of('code: 516, message: no'), of('dial tcp: lookup a.b: no such host')];
  expect(noRole).toMatchObject({ reached: 'target', meaning: expect.stringMatching(/^The target responded\. Auth/) });
  expect(noHost).toMatchObject({ reached: 'no', meaning: 'The host name can’t be resolved.' });
  expect(sortHealth({ status: 'missing', message: '', raw: 'plugin.notRegistered' }).finding).toBe('pluginMissing');
});

it.each([
  '1. Successfully connected, no such host\n2. Failed: connection refused',
  '9. Failed: connection refused\n10. Successfully connected, no such host',
])('leaves out what works in a check of several services: %j', (raw) => {
  expect(sortHealth({ status: 'error', message: '', raw }).finding).toBe('refused');
});

it('reads the beginning of a text that is very long', () => {
  const of = (raw: string) => sortHealth({ status: 'error', message: '', raw }).finding;
  expect(of(`${' '.repeat(7_900)}connection refused`)).toBe('refused');
  expect(of(`${' '.repeat(8_000)}connection refused`)).toBe('unclear');
});

it('names each category in its own way', () => {
  const titles = Object.values(categoryTitles);
  expect(titles).not.toContain('');
  expect(new Set(titles).size).toBe(titles.length);
});

it('only the type tells: the table of the store decides', () => {
  const raw = 'code: 516, message: no';
  const of = (type: string) => sortHealth({ status: 'error', message: '', raw }, { type }).finding;
  expect(of('grafana-clickhouse-datasource')).toBe('wrongCredentials');
  expect(of('mysql')).toBe('unclear');
});

it.each(['Success on 10.0.0.5:403', 'line 404', '1.401.2', 'took 5030 ms'])('%s is no status code', (raw) => {
  expect(sortHealth({ status: 'error', message: '', raw }).finding).toBe('unclear');
});

it('any text gets an answer quickly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (raw) => {
      expect(sortHealth({ status: 'error', message: '', raw }).meaning).not.toBe('');
    })
  );
  const start = performance.now();
  sortHealth({
    status: 'error',
    message: '',
    raw: 'lookup dial tcp cannot open server certificate is valid for '.repeat(5_000),
  });
  expect(performance.now() - start).toBeLessThan(500);
});
