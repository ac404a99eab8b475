import { nameSecrets, replacedSecrets } from './replacedSecrets';

it.each([
  [{ azureClientSecret: 'new' }, { azureClientSecret: true }, ['azureClientSecret']],
  [{ azureClientSecret: 'first' }, {}, []],
  [{ azureClientSecret: '' }, { azureClientSecret: true }, []],
  [{ grafanaToken: 'glsa' }, { grafanaToken: true, privateKey: true }, []],
  [
    { clientCertificate: 'a', privateKey: 'b' },
    { privateKey: true, clientCertificate: true },
    ['clientCertificate', 'privateKey'],
  ],
])('saving %j over %j replaces %j', (typed, stored, expected) => {
  expect(replacedSecrets(typed, stored)).toEqual(expected);
});

it('names them in a sentence', () => {
  expect(nameSecrets(['azureClientSecret'])).toBe('client secret');
  expect(nameSecrets([])).toBe('');
  expect(nameSecrets(['clientCertificate', 'privateKey', 'certificatePassword'])).toBe(
    'certificate, private key and certificate password'
  );
  expect(nameSecrets(['clientCertificate', 'privateKey'])).toBe('certificate and private key');
  expect(nameSecrets(['grafanaToken', 'legacyKey'])).toBe('service account token and legacyKey');
});
