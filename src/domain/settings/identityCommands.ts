import { shellCommand } from '../exports/quoteShell';
import { type AuthType } from './settings';

const name = 'grafana-private-endpoints';
const group = ['--resource-group', '<resource group>'];
const createIdentity = shellCommand('az identity create', [group, ['--name', name]]);

/**
 * Azure CLI commands that make an identity for the plugin alone (Azure CLI 2.60 reference: az ad sp create-for-rbac, which assigns
 * no role unless it is told to, az identity, az vm identity assign). What only the admin knows stands in angle brackets.
 */
export const identityCommands: Record<AuthType, string> = {
  clientcertificate: [
    '# Prints appId (the client ID), tenant and fileWithCertAndPrivateKey: the file with certificate and private key.',
    shellCommand('az ad sp create-for-rbac', [['--name', name], ['--create-cert']]),
  ].join('\n'),
  clientsecret: [
    '# Prints appId (the client ID), tenant and password: the client secret.',
    shellCommand('az ad sp create-for-rbac', [['--name', name]]),
  ].join('\n'),
  workloadidentity: [
    '# Prints clientId and tenantId.',
    createIdentity,
    '# Lets the service account of Grafana use it. On AKS, az aks show prints the issuer as oidcIssuerProfile.issuerUrl.',
    shellCommand('az identity federated-credential create', [
      group,
      ['--identity-name', name],
      ['--name', 'grafana'],
      ['--issuer', '<OIDC issuer URL of the cluster>'],
      ['--subject', 'system:serviceaccount:<namespace>:<service account>'],
      ['--audiences', 'api://AzureADTokenExchange'],
    ]),
  ].join('\n'),
  msi: [
    '# Prints clientId.',
    createIdentity,
    '# On a virtual machine. Other hosts, such as App Service, have a command of their own.',
    shellCommand('az vm identity assign', [group, ['--name', '<virtual machine>'], ['--identities', name]]),
  ].join('\n'),
};
