import { type StoredSettings } from '../../domain/settings/settings';
import { sampleWorkspaceId } from '../../domain/testing/sampleEndpoint';
import { formProblems } from './formProblems';
import { type FormValues, toChange, toFormValues, unusedSecrets } from '../../components/signIn/formValues';

const ID = '7e1f0c62-5d0a-4b7e-9a53-0c4d7a1b2e90';
const PEM = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----';

const values = (fields: Partial<FormValues> = {}): FormValues => ({
  authType: 'clientsecret',
  azureCloud: 'AzureCloud',
  tenantId: ID,
  clientId: ID,
  certificateFormat: 'pem',
  workspaceId: sampleWorkspaceId,
  azureClientSecret: 's3cret',
  clientCertificate: '',
  privateKey: '',
  certificatePassword: '',
  place: 'auto',
  automaticRefresh: 'decided',
  approveRequests: false,
  grafanaToken: '',
  removeGrafanaToken: false,
  removeUnused: false,
  removeExposed: false,
  ...fields,
});

const nothing: StoredSettings = {
  enabled: true,
  pinned: true,
  jsonData: {},
  unreadable: [],
  newer: false,
  exposed: [],
  secretsSet: {},
};

it.each<[string, Partial<FormValues>, string[]]>([
  ['a whole form', {}, []],
  ['no workspace yet', { workspaceId: '' }, []],
  ['no ids', { tenantId: ' ', clientId: '' }, ['tenantId', 'clientId']],
  ['ids that are none', { tenantId: 'contoso', clientId: 'me' }, ['tenantId', 'clientId']],
  ['a domain as tenant', { tenantId: 'contoso.onmicrosoft.com' }, []],
  ['no secret', { azureClientSecret: '' }, ['azureClientSecret']],
  ['not a workspace', { workspaceId: sampleWorkspaceId.replace('Dashboard', 'Dashbord') }, ['workspaceId']],
  ['a managed identity', { authType: 'msi', tenantId: '', clientId: '', azureClientSecret: '' }, []],
  ['a managed identity by a name', { authType: 'msi', clientId: 'my-identity' }, ['clientId']],
  ['no certificate', { authType: 'clientcertificate' }, ['clientCertificate', 'privateKey']],
  [
    'a certificate in another format',
    { authType: 'clientcertificate', clientCertificate: 'MII', privateKey: PEM },
    ['clientCertificate', 'privateKey'],
  ],
  [
    'a PFX without password',
    { authType: 'clientcertificate', certificateFormat: 'pfx', clientCertificate: 'MII' },
    ['certificatePassword'],
  ],
])('%s', (_, fields, wrong) => {
  expect(Object.keys(formProblems(values(fields), {}))).toEqual(wrong);
});

it('does not ask again for a secret that is stored', () => {
  expect(formProblems(values({ azureClientSecret: '' }), { azureClientSecret: true })).toEqual({});
});

describe('toChange', () => {
  it('saves the typed secret of the chosen method only', () => {
    const change = toChange(values({ privateKey: 'left over', tenantId: ` ${ID} ` }), nothing);
    expect(change).toEqual({
      jsonData: {
        workspaceId: sampleWorkspaceId,
        place: 'auto',
        automaticRefresh: 'decided',
        azureCredentials: { authType: 'clientsecret', azureCloud: 'AzureCloud', tenantId: ID, clientId: ID },
      },
      removeExposed: false,
      secrets: { azureClientSecret: 's3cret' },
    });
  });

  it('sends no secret that was not typed: an empty one would overwrite', () => {
    expect(toChange(values({ azureClientSecret: '' }), nothing).secrets).toEqual({});
  });

  it.each([
    [sampleWorkspaceId.toUpperCase(), '', undefined],
    [`${sampleWorkspaceId}2`, '', ''],
    [`${sampleWorkspaceId}2`, 'glsa_new', 'glsa_new'],
    ['', '', undefined],
  ])('shows the stored token of %s, or "%s", to no other workspace', (workspaceId, grafanaToken, sent) => {
    const stored = { ...nothing, jsonData: { workspaceId }, secretsSet: { grafanaToken: true } };
    expect(toChange(values({ grafanaToken }), stored).secrets.grafanaToken).toBe(sent);
  });

  it('leaves ids out that the method does not use', () => {
    const { azureCredentials } = toChange(values({ authType: 'msi', clientId: '' }), nothing).jsonData;
    expect(azureCredentials).toEqual({ authType: 'msi', azureCloud: 'AzureCloud' });
  });
});

it('shows what is stored, and the first method where nothing is', () => {
  expect(toFormValues(nothing, 'msi', 'AzureCloud')).toMatchObject({ authType: 'msi', workspaceId: '', tenantId: '' });
  const { jsonData } = toChange(values(), nothing);
  expect(toFormValues({ ...nothing, jsonData: { ...jsonData } }, 'msi', '')).toEqual(values({ azureClientSecret: '' }));
});

describe('stored secrets', () => {
  const secretsSet = {
    azureClientSecret: true,
    certificatePassword: true,
    grafanaToken: true,
    legacy: true,
    gone: false,
  };
  const stored = { ...nothing, secretsSet };

  it.each<[Partial<FormValues>, string[]]>([
    [{}, ['certificatePassword', 'legacy']],
    [{ authType: 'msi', place: 'remote' }, ['azureClientSecret', 'certificatePassword', 'legacy']],
    [
      { authType: 'clientcertificate', certificateFormat: 'pfx', place: 'local' },
      ['azureClientSecret', 'grafanaToken', 'legacy'],
    ],
  ])('are unused by %j: %j', (fields, unused) => {
    expect(unusedSecrets(values(fields), stored)).toEqual(unused);
  });

  it('are blanked when they are unused and the admin says so', () => {
    expect(toChange(values({ removeUnused: true }), stored).secrets).toEqual({
      azureClientSecret: 's3cret',
      certificatePassword: '',
      legacy: '',
    });
    expect(toChange(values(), stored).secrets).toEqual({ azureClientSecret: 's3cret' });
  });
});
