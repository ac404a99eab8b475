import { type AuthType, clientIdLabel, signInMethod, signInMethods } from './settings';

it.each(signInMethods.map(({ authType }) => authType))('knows the method %s', (authType) => {
  expect(signInMethod(authType).authType).toBe(authType);
  expect(clientIdLabel(authType)).toBe(
    authType === 'msi' ? 'Client ID of a user-assigned identity' : 'Application (client) ID'
  );
});

it('refuses a method that it doesn’t know', () => {
  expect(() => signInMethod('currentuser' as AuthType)).toThrow('unknown authentication method: currentuser');
});
