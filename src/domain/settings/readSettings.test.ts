import fc from 'fast-check';
import { readSettings, SCHEMA_VERSION, setByNewer, unreadableSettings } from './readSettings';

const stored = {
  workspaceId: '/subscriptions/x',
  place: 'remote',
  automaticRefresh: 'pending',
  apiVersion: '2025-08-01',
  approveRequests: true,
  publicOnPurpose: { local: ['shop'] },
  confirmedHosts: [{ workspaceId: 'w', targetId: 't', host: 'h' }],
  azureCredentials: {
    authType: 'clientcertificate',
    azureCloud: 'AzureCloud',
    tenantId: 't',
    clientId: 'c',
    certificateFormat: 'pfx',
  },
  theirs: { kept: [1] },
};

it('keeps what is as it should be, and what others stored', () => {
  expect(readSettings(stored)).toEqual(stored);
  expect(readSettings({})).toEqual({});
});

it.each([
  ['place', 'Tower'],
  ['place', '__proto__'],
  ['automaticRefresh', 'always'],
  ['workspaceId', 5],
  ['apiVersion', {}],
  ['azureCredentials', 'msi'],
  ['azureCredentials', { authType: 'currentuser' }],
  ['azureCredentials', { authType: 'constructor', tenantId: 't' }],
  ['azureCredentials', null],
  ['azureCredentials', { authType: 'clientcertificate', certificateFormat: 'der' }],
  ['approveRequests', 'yes'],
  ['publicOnPurpose', ['shop']],
  ['confirmedHosts', 'h'],
])('leaves out %s where it is %j', (name, value) => {
  const rest = Object.fromEntries(Object.entries(stored).filter(([key]) => key !== name));
  expect(readSettings({ ...stored, [name]: value })).toEqual(rest);
});

it('leaves wrong members of the sign-in out', () => {
  const azureCredentials = { authType: 'msi', clientId: 7, tenantId: [], certificateFormat: 'der', secret: 'x' };
  expect(readSettings({ azureCredentials })).toEqual({ azureCredentials: { authType: 'msi' } });
});

it.each([
  [{}, []],
  [stored, []],
  [{ workspaceId: '', place: null }, []],
  [{ workspaceId: 5, place: 'Tower', theirs: 7 }, ['workspaceId', 'place']],
  [{ azureCredentials: { authType: 'clientcertificate', certificateFormat: 'der' } }, ['azureCredentials']],
  [
    { apiVersion: {}, automaticRefresh: 'always', approveRequests: 'yes' },
    ['apiVersion', 'automaticRefresh', 'approveRequests'],
  ],
])('names what it can’t read in %j', (settings, names) => {
  expect(unreadableSettings(settings)).toEqual(names);
});

it.each([
  [SCHEMA_VERSION + 1, true],
  [SCHEMA_VERSION, false],
  [undefined, false],
  ['9', false],
])('stored with version %j by a newer plugin: %s', (schemaVersion, newer) => {
  expect(setByNewer({ schemaVersion })).toBe(newer);
});

it('takes whatever a file holds', () => {
  const keys = fc.constantFrom('workspaceId', 'place', 'azureCredentials', 'apiVersion', '__proto__', 'x');
  fc.assert(fc.property(fc.dictionary(keys, fc.jsonValue()), (settings) => void readSettings(settings)));
});
