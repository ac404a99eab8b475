import { identityCommands } from './identityCommands';

// Microsoft Learn: az identity, az identity federated-credential, az vm identity, az ad sp.
it('writes the commands that Azure CLI has for each way to sign in', () => {
  const commands = Object.entries(identityCommands).map(([type, text]) => [
    type,
    text
      .replaceAll(/ \\\n */g, ' ')
      .split('\n')
      .filter((line) => !line.startsWith('#')),
  ]);
  const create = "az identity create --resource-group '<resource group>' --name grafana-private-endpoints";
  expect(Object.fromEntries(commands)).toEqual({
    clientcertificate: ['az ad sp create-for-rbac --name grafana-private-endpoints --create-cert'],
    clientsecret: ['az ad sp create-for-rbac --name grafana-private-endpoints'],
    msi: [
      create,
      "az vm identity assign --resource-group '<resource group>' --name '<virtual machine>' --identities grafana-private-endpoints",
    ],
    workloadidentity: [
      create,
      "az identity federated-credential create --resource-group '<resource group>' --identity-name grafana-private-endpoints --name grafana --issuer '<OIDC issuer URL of the cluster>' --subject 'system:serviceaccount:<namespace>:<service account>' --audiences api://AzureADTokenExchange",
    ],
  });
});

it.each(Object.entries(identityCommands))(
  'makes an identity for the plugin alone, without a role: %s',
  (_, commands) => {
    expect(commands).toContain('grafana-private-endpoints');
    expect(commands).not.toMatch(/--(role|scopes?)|role assignment/);
  }
);
