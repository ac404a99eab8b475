import fc from 'fast-check';
import { domainNameCovers } from './domainName';
import { domainNameClashes, domainNameWarning } from './domainNameClash';

const INFLUX = { name: 'influx', domainName: 'influx.plant.contoso.com' };
const PROM = { name: 'prom', domainName: '*.prom.contoso.com' };
const SQL = { name: 'sql', domainName: '' };

it.each([
  ['influx.plant.contoso.com', ['same']],
  ['INFLUX.plant.contoso.com.', ['same']],
  ['a.b.prom.contoso.com', ['covers']],
  ['*.a.prom.contoso.com', ['covers']],
  ['*.plant.contoso.com', ['covered']],
  ['*.contoso.com', ['covered', 'covered']],
  ['*.prom.contoso.com', ['same']],
  ['prom.contoso.com', []],
  ['other.plant.contoso.com', []],
  ['', []],
])('%j among the others: %j', (domainName, expected) => {
  expect(domainNameClashes(domainName, [SQL, INFLUX, PROM], 'new').map(({ relation }) => relation)).toEqual(expected);
});

it('names the same name before what a wildcard brings', () => {
  const clashes = domainNameClashes(
    'a.prom.contoso.com',
    [PROM, { name: 'b', domainName: 'a.prom.contoso.com' }],
    'new'
  );
  expect(clashes.map(({ endpoint }) => endpoint)).toEqual(['b', 'prom']);
});

it('leaves out the endpoint that gets the name', () => {
  expect(domainNameClashes('influx.plant.contoso.com', [INFLUX], 'Influx')).toEqual([]);
});

describe('domainNameWarning', () => {
  it.each([
    ['https://influx.plant.contoso.com:8086/', 'The endpoint influx already has this domain name.'],
    ['a.prom.contoso.com', 'The endpoint prom already has *.prom.contoso.com, which covers this name.'],
    ['*.plant.contoso.com', 'The endpoint influx already has influx.plant.contoso.com, which this wildcard covers.'],
  ])('%s: %s', (text, expected) => {
    const warning = domainNameWarning(text, [INFLUX, PROM], 'new');
    expect(warning.startsWith(`${expected} Use a unique name`)).toBe(true);
  });

  it('names three others and counts the rest', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, domainName: PROM.domainName }));
    const warn = (count: number) => domainNameWarning('x.prom.contoso.com', many.slice(0, count), 'new');
    expect(warn(2)).toContain('This also applies to b.');
    expect(warn(4)).toContain('This also applies to b, c and d.');
    expect(warn(5)).toContain('This also applies to b, c, d and 1 more.');
  });

  it.each(['', 'contoso.com', 'free.plant.contoso.com'])('has nothing to say of %j', (text) => {
    expect(domainNameWarning(text, [INFLUX, PROM], 'new')).toBe('');
  });
});

it('two names overlap when one host is served by both, whichever comes first', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const name = fc
    .tuple(fc.boolean(), fc.array(label, { minLength: 1, maxLength: 3 }))
    .map(([wildcard, labels]) => `${wildcard ? '*.' : ''}${labels.join('.')}.x.y`);
  const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => `${labels.join('.')}.x.y`);
  fc.assert(
    fc.property(name, name, host, (one, other, asked) => {
      const overlap = (first: string, second: string) =>
        domainNameClashes(first, [{ name: 'other', domainName: second }], 'new').length > 0;
      expect(overlap(one, other)).toBe(overlap(other, one));
      if (domainNameCovers(one, asked) && domainNameCovers(other, asked)) {
        expect(overlap(one, other)).toBe(true);
      }
    })
  );
});
