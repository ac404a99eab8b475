import { type FoundTarget } from '../../domain/target';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { resourceKey } from '../../domain/resourceId';
import { orderTargets, searchTargets } from './TargetSearch';

const found = (name: string, kind = '', resourceGroup = 'shop'): FoundTarget => ({
  id: sampleTargetId('Microsoft.DocumentDB/databaseAccounts', name),
  name,
  kind,
  location: 'westeurope',
  resourceGroup,
  subscriptionId: 's',
});
const all = [found('carts', 'GlobalDocumentDB'), found('orders', 'MongoDB'), found('plant', 'mongodb', 'iot')];
const names = (text: string, armKind = '') => searchTargets(all, text, armKind).map(({ name }) => name);

it('finds by all words, in name and resource group, whatever the casing', () => {
  expect(names('SHOP ord')).toEqual(['orders']);
  expect(names('iot')).toEqual(['plant']);
  expect(names('  ')).toHaveLength(3);
  expect(names('nothing')).toEqual([]);
});

it('puts those that can be connected first', () => {
  expect(names('', 'MongoDB')).toEqual(['orders', 'plant', 'carts']);
});

it('leaves out what has no id', () => {
  expect(searchTargets([{ ...found('x'), id: '' }], '', '')).toEqual([]);
});

it('offers the suggested one first, and last those that have an endpoint', () => {
  const [carts, orders, plant] = all.map(({ id }) => resourceKey(id));
  const order = (suggested: string, reached: string) =>
    orderTargets(all, suggested, (key) => key === reached).map(({ name }) => name);
  expect(order('', carts!)).toEqual(['orders', 'plant', 'carts']);
  expect(order(plant!, orders!)).toEqual(['plant', 'carts', 'orders']);
  expect(order(orders!, orders!)).toEqual(['orders', 'carts', 'plant']);
});
