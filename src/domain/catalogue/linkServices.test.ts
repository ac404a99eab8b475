import facts from '../../../catalogue/linkServices.json';
import { factsFor, linkServiceAnnotations, vendorByKey, vendors } from './linkServices';

it('every source is cited, and every citation has its source', () => {
  const cited = [facts.annotations, ...facts.facts, ...Object.values(facts.vendors)].map(({ source }) => source);
  expect([...new Set(cited)].sort()).toEqual(Object.keys(facts.sources).sort());
});

it('tells for each place what is needed and what fails, and where that is from', () => {
  for (const place of ['aks', 'loadBalancer', 'vnet', 'vendor'] as const) {
    expect(factsFor(place).map(({ about }) => about)).toEqual(expect.arrayContaining(['needed', 'fails']));
    expect(factsFor(place).every(({ source }) => source.url.startsWith('https://'))).toBe(true);
  }
  expect(factsFor('aks').map(({ text }) => text)).not.toEqual(factsFor('loadBalancer').map(({ text }) => text));
});

it('what follows from Microsoft’s subscription is probable only: Microsoft doesn’t document it', () => {
  const texts = factsFor('aks').filter(({ certainty }) => certainty === 'probable');
  expect(texts.map(({ text }) => text.split(' ').slice(0, 2).join(' '))).toEqual([
    'Visibility for',
    'Automatic approval',
  ]);
});

it('knows the vendors', () => {
  expect(vendors.map(({ title }) => title)).toEqual([
    'ClickHouse Cloud',
    'Elastic Cloud',
    'Confluent Cloud',
    'Snowflake',
  ]);
  expect(vendorByKey('elastic')?.source.url).toContain('elastic.co');
  expect(vendorByKey('')).toBeUndefined();
});

it('lists each annotation once', () => {
  expect(new Set(linkServiceAnnotations).size).toBe(10);
});
