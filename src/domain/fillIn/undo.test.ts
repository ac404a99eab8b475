import { type FillReceipt, undoRefusal } from './undo';

const receipt: FillReceipt = {
  uid: 'u',
  name: 'n',
  field: 'url',
  hostBefore: 'old',
  host: 'new',
  version: 8,
  at: 0,
  sealed: '',
};
const source = { uid: 'u', name: 'n', type: 'loki', url: 'http://new', version: 8 };

it.each([
  [{}, ''],
  [{ uid: 'x' }, 'This is another data source.'],
  [{ url: 'http://old' }, 'The address is the old one already.'],
  [{ url: 'http://third' }, 'Somebody changed the address since. Nothing was undone.'],
  [{ url: '' }, 'Somebody changed the address since. Nothing was undone.'],
  [{ type: 'grafana-clickhouse-datasource' }, 'Somebody changed the address since. Nothing was undone.'],
  [{ version: 9 }, 'Somebody changed this data source since. Open it to see what changed; nothing was undone.'],
])('with %j: %j', (fields, expected) => {
  expect(undoRefusal(receipt, { ...source, ...fields })).toBe(expected);
});
