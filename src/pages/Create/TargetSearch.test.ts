import { type FoundTarget } from '../../domain/target';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { searchTargets } from './TargetSearch';

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
