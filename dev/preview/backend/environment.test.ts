import { azureEnvironment, azureRequestConfig, defaultAzureIni, pluginEnvironment } from './environment';
import { parseHandshake } from './pluginProcess';

const identities = {
  ...defaultAzureIni,
  cloud: 'StandInCloud',
  cloudsConfig: '[{"name":"StandInCloud"}]',
  managedIdentityEnabled: true,
  workloadIdentityEnabled: true,
  workloadIdentityTokenFile: '/token',
};

describe('the environment of a plugin', () => {
  it('holds nothing of the host but its proxies', () => {
    const environment = pluginEnvironment(
      {
        grafanaVersion: '12.4.10',
        azure: defaultAzureIni,
        pluginIni: { allowed_workspaces: 'x' },
        forwarded: { A: 'b' },
      },
      { HOME: '/home/someone', AWS_SECRET: 'x', HTTPS_PROXY: 'http://proxy' }
    );
    expect(environment).toMatchObject({
      GF_VERSION: '12.4.10',
      GF_PLUGIN_ALLOWED_WORKSPACES: 'x',
      GFAZPL_AZURE_CLOUD: 'AzureCloud',
      HTTPS_PROXY: 'http://proxy',
      A: 'b',
    });
    expect(environment).not.toHaveProperty('HOME');
    expect(environment).not.toHaveProperty('AWS_SECRET');
  });

  it('names identities, and no custom clouds', () => {
    expect(azureEnvironment(identities)).toEqual({
      GFAZPL_AZURE_CLOUD: 'StandInCloud',
      GFAZPL_MANAGED_IDENTITY_ENABLED: 'true',
      GFAZPL_WORKLOAD_IDENTITY_ENABLED: 'true',
      GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE: '/token',
    });
  });
});

describe('the Azure settings of a request', () => {
  it('are all there for a listed plugin', () => {
    expect(azureRequestConfig({ ...identities, forwardSettings: true })).toMatchObject({
      GFAZPL_AZURE_CLOUDS_CONFIG: identities.cloudsConfig,
      GFAZPL_MANAGED_IDENTITY_ENABLED: 'true',
    });
  });

  it('are the authentication flag alone for one that is not', () => {
    expect(azureRequestConfig(identities)).toEqual({});
    expect(azureRequestConfig({ ...identities, azureAuthEnabled: true })).toEqual({
      GFAZPL_AZURE_AUTH_ENABLED: 'true',
    });
  });
});

describe('the handshake', () => {
  it.each([
    ['1|2|unix|/tmp/plugin1|grpc|', 'unix:/tmp/plugin1'],
    ['1|2|tcp|127.0.0.1:10000|grpc|\n', '127.0.0.1:10000'],
  ])('reads %s', (line, address) => {
    expect(parseHandshake(line)).toEqual({ address });
  });

  it.each(['', 'hello', '1|1|unix|/tmp/x|grpc', '1|2|unix|/tmp/x|netrpc', '1|2|unix||grpc'])('refuses "%s"', (line) => {
    expect(() => parseHandshake(line)).toThrow("did not answer with Grafana's plugin handshake");
  });
});
