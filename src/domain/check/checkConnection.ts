import { type Address, effectivePort, readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { ignoredServerName, tlsUse } from '../address/tlsUse';
import { kindOfTarget } from '../catalogue/catalogue';
import { domainNameCovers } from '../create/domainName';
import { type Endpoint } from '../endpoint';
import { type CheckFacts, type StepResult } from './checkStep';

/** The step "scheme, port and TLS name fit". It warns where it can only suspect. */
export function checkConnection({ endpoint, dataSource }: CheckFacts): StepResult {
  const address = dataSource && readAddress(dataSource);
  if (!endpoint || !dataSource || !address) {
    return { outcome: 'unknown', finding: 'Unknown without an address.', next: '' };
  }
  return tlsStep(endpoint, dataSource, address) ?? portStep(endpoint, address) ?? fits(address);
}

function tlsStep(endpoint: Endpoint, dataSource: DataSource, address: Address): StepResult | undefined {
  const { tls, checkedName } = tlsUse(dataSource);
  const kind = kindOfTarget(endpoint.targetId);
  if (kind?.tls === 'required' && tls === 'no') {
    return {
      outcome: 'failed',
      finding: `${kind.title} requires TLS, but this data source doesn’t use it.`,
      next: 'Turn on TLS in the data source, or change http:// to https://.',
    };
  }
  if (tls === 'yes' && checkedName !== '' && checkedName === endpoint.privateIp) {
    return {
      outcome: 'failed',
      finding: `The data source uses TLS with an IP address, but certificates are issued for names.${notHeeded(dataSource)}`,
      next: endpoint.domainName
        ? `Use ${endpoint.domainName} as the host.`
        : 'Set the domain name of the endpoint to a name in the certificate, and use it as the host.',
    };
  }
  if (tls === 'yes' && address.host.includes('.privatelink.')) {
    return {
      outcome: 'failed',
      finding: 'The host is in the private DNS zone (privatelink), but the certificate is issued for the public name.',
      next: `Use ${address.host.replace('.privatelink.', '.')} as the host.`,
    };
  }
  const named = tls === 'yes' && endpoint.domainName !== '' && domainNameCovers(endpoint.domainName, checkedName);
  return named && endpoint.domainName.startsWith('*.') && deeper(endpoint.domainName, checkedName)
    ? {
        outcome: 'warning',
        finding:
          'The host is more than one label below the wildcard. The name resolves, but a wildcard certificate covers only one label.',
        next: 'If the test reports a certificate mismatch, use a host one label below the wildcard.',
      }
    : undefined;
}

function notHeeded(dataSource: DataSource): string {
  const name = ignoredServerName(dataSource);
  return name
    ? ` Its TLS server name, ${name}, has no effect: Grafana uses it only together with a CA certificate or a client certificate.`
    : '';
}

function portStep(endpoint: Endpoint, address: Address): StepResult | undefined {
  const expected = kindOfTarget(endpoint.targetId)?.port;
  const port = effectivePort(address);
  // PgBouncer listens beside PostgreSQL on flexible servers.
  const fine =
    expected === undefined || port === undefined || port === expected || (expected === 5432 && port === 6432);
  return fine
    ? undefined
    : {
        outcome: 'warning',
        finding: `The address uses port ${port}, but this service usually listens on ${expected}.`,
        next: 'Check the port.',
      };
}

function fits(address: Address): StepResult {
  const port = effectivePort(address);
  return {
    outcome: 'ok',
    finding: port === undefined ? 'No problems found in the settings.' : `Connects to ${address.host} on port ${port}.`,
    next: '',
  };
}

function deeper(wildcard: string, host: string): boolean {
  return host.split('.').length > wildcard.split('.').length;
}
