import { changedAuthorities, type FillReceipt, makeReceipt, undoRefusal } from './undo';

const receipt: FillReceipt = {
  uid: 'u',
  name: 'n',
  before: { scheme: 'http://', host: 'old', port: '' },
  after: { scheme: 'http://', host: 'new', port: '' },
  version: 8,
  at: 0,
  sealed: '',
};
const source = { uid: 'u', name: 'n', type: 'loki', url: 'http://new', version: 8 };

it.each([
  [{}, ''],
  [{ uid: 'x' }, 'This receipt belongs to another data source.'],
  [{ url: 'http://old' }, 'The previous address is already restored.'],
  [{ url: 'https://new' }, 'The address was edited since. Nothing was undone.'],
  [{ url: 'http://new:1' }, 'The address was edited since. Nothing was undone.'],
  [{ url: 'http://third' }, 'The address was edited since. Nothing was undone.'],
  [{ url: '' }, 'The address was edited since. Nothing was undone.'],
  [{ type: 'grafana-clickhouse-datasource' }, 'The address was edited since. Nothing was undone.'],
  [{ version: 9 }, 'This data source was edited since. Open it to see the changes. Nothing was undone.'],
])('with %j: %j', (fields, expected) => {
  expect(undoRefusal(receipt, { ...source, ...fields })).toBe(expected);
});

it('a receipt names scheme, host and port, and no password', () => {
  const before = { ...source, url: 'http://kim:secret@old:9090/x' };
  const authorities = changedAuthorities(before, { host: 'new', port: 443, scheme: 'https' });
  const made = makeReceipt({ ...before, version: 9 }, authorities, 'sealed');
  expect(made).toMatchObject({
    before: { scheme: 'http://', host: 'old', port: '9090' },
    after: { scheme: 'https://', host: 'new', port: '443' },
    version: 9,
  });
  expect(JSON.stringify(made)).not.toContain('secret');
  expect(() => changedAuthorities({ ...source, url: '' }, { host: 'new' })).toThrow('have an address');
});
