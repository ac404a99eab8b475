import fc from 'fast-check';
import { checkDomainName, domainNameCovers } from './domainName';

describe('checkDomainName accepts', () => {
  it.each([
    ['influx.internal.contoso.com', 'influx.internal.contoso.com', []],
    ['  Influx.Contoso.COM. ', 'influx.contoso.com', []],
    ['*.prom.contoso.com', '*.prom.contoso.com', []],
    ['https://influx.contoso.com:8086/query?x=1', 'influx.contoso.com', ['https://', ':8086', '/query?x=1']],
    ['https://influx.contoso.com/', 'influx.contoso.com', ['https://']],
    ['influx.contoso.com:8086', 'influx.contoso.com', [':8086']],
    ['https://kim:secret@influx.contoso.com', 'influx.contoso.com', ['https://', 'the user name']],
    ['xn--bcher-kva.contoso.com', 'xn--bcher-kva.contoso.com', []],
    [
      'influx.contoso.com/?at=10:30&to=kim@x&from=https://y',
      'influx.contoso.com',
      ['/?at=10:30&to=kim@x&from=https://y'],
    ],
    ['influx.contoso.plant7', 'influx.contoso.plant7', []],
    [`${'a'.repeat(63)}.contoso.com`, `${'a'.repeat(63)}.contoso.com`, []],
    [`${'a.'.repeat(125)}com`, `${'a.'.repeat(125)}com`, []],
  ])('%j as %s', (text, domainName, removed) => {
    expect(checkDomainName(text)).toEqual({ ok: true, value: { domainName, removed, warning: '' } });
  });

  it('a short wildcard with a warning', () => {
    const result = checkDomainName('*.contoso.com');
    expect(result.ok && result.value.warning).toContain('may reject');
  });
});

describe('checkDomainName refuses', () => {
  it.each([
    ['', 'Enter a domain name'],
    ['contoso.com', 'at least three parts'],
    ['localhost', 'at least three parts'],
    ['*.com', 'at least three parts'],
    ['10.0.0.5', '10.0.0.5 is an IP address'],
    ['https://[::1]:80/', 'is an IP address'],
    ['a..contoso.com', 'The name has an empty part'],
    ['.a.contoso.com', 'The name has an empty part'],
    ['a.*.contoso.com', 'Use a wildcard only at the start'],
    ['*', 'Use a wildcard only at the start'],
    ['a_b.contoso.com', '"_" isn\'t allowed'],
    ['bücher.contoso.com', '"ü" isn\'t allowed'],
    ['-a.contoso.com', 'The part "-a" must have'],
    ['a-.contoso.com', 'The part "a-" must have'],
    [`${'a'.repeat(64)}.contoso.com`, 'must have 1-63 characters'],
    [`${'a.'.repeat(127)}com`, 'at most 253 characters'],
  ])('%j', (text, message) => {
    const result = checkDomainName(text);
    expect(result.ok ? '' : result.problem.message).toContain(message);
  });
});

it.each([
  ['fabrikam.com', 'grafana.fabrikam.com'],
  ['localhost', 'grafana.contoso.com'],
])('shows what three parts would be: %s, %s', (text, example) => {
  const result = checkDomainName(text);
  expect(result.ok ? '' : result.problem.hint).toContain(` ${example}.`);
});

it('never crashes, and what it accepts it accepts again unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (text) => {
      const once = checkDomainName(text);
      const again = once.ok ? checkDomainName(once.value.domainName) : undefined;
      expect(again?.ok && again.value.domainName).toBe(once.ok ? once.value.domainName : undefined);
    })
  );
});

it.each([
  ['influx.contoso.com', 'INFLUX.contoso.com.', true],
  ['influx.contoso.com.', 'influx.contoso.com', true],
  ['influx.contoso.com', 'x.influx.contoso.com', false],
  ['*.prom.contoso.com', 'a.prom.contoso.com', true],
  ['*.prom.contoso.com', 'a.b.prom.contoso.com', true],
  ['*.prom.contoso.com', 'prom.contoso.com', false],
  ['*.prom.contoso.com', '.prom.contoso.com', false],
  ['*.prom.contoso.com', 'evilprom.contoso.com', false],
  ['', 'a', false],
  ['', '', false],
])('%s covers %s: %s', (domainName, host, expected) => {
  expect(domainNameCovers(domainName, host)).toBe(expected);
});
