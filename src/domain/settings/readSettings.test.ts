import fc from 'fast-check';
import { readSettings } from './readSettings';

const stored = {
  workspaceId: '/subscriptions/x',
  place: 'remote',
  automaticRefresh: 'pending',
  apiVersion: '2025-08-01',
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
])('leaves out %s where it is %j', (name, value) => {
  const rest = Object.fromEntries(Object.entries(stored).filter(([key]) => key !== name));
  expect(readSettings({ ...stored, [name]: value })).toEqual(rest);
});

it('leaves wrong members of the sign-in out', () => {
  const azureCredentials = { authType: 'msi', clientId: 7, tenantId: [], certificateFormat: 'der', secret: 'x' };
  expect(readSettings({ azureCredentials })).toEqual({ azureCredentials: { authType: 'msi' } });
});

it('takes whatever a file holds', () => {
  const keys = fc.constantFrom('workspaceId', 'place', 'azureCredentials', 'apiVersion', '__proto__', 'x');
  fc.assert(fc.property(fc.dictionary(keys, fc.jsonValue()), (settings) => void readSettings(settings)));
});
