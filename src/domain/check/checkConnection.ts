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
    return { outcome: 'cantTell', finding: 'Without an address this can not be told.', next: '' };
  }
  return tlsStep(endpoint, dataSource, address) ?? portStep(endpoint, address) ?? fits(address);
}

function tlsStep(endpoint: Endpoint, dataSource: DataSource, address: Address): StepResult | undefined {
  const { tls, checkedName } = tlsUse(dataSource);
  const kind = kindOfTarget(endpoint.targetId);
  if (kind?.tls === 'required' && tls === 'no') {
    return {
      outcome: 'failed',
      finding: `${kind.title} only speaks TLS, and this data source is set to plain text.`,
      next: 'Switch TLS on in the data source; an address that begins with http has to begin with https.',
    };
  }
  if (tls === 'yes' && checkedName !== '' && checkedName === endpoint.privateIp) {
    return {
      outcome: 'failed',
      finding: `The data source uses TLS with an IP address, and a certificate is issued for a name.${notHeeded(dataSource)}`,
      next: endpoint.domainName
        ? `Use ${endpoint.domainName} as address.`
        : 'Give the endpoint the name in the certificate as its domain name, and use it as address.',
    };
  }
  if (tls === 'yes' && address.host.includes('.privatelink.')) {
    return {
      outcome: 'failed',
      finding:
        'The address names the private zone (privatelink), and the certificate is issued for the name without it.',
      next: `Use ${address.host.replace('.privatelink.', '.')} as address.`,
    };
  }
  const named = tls === 'yes' && endpoint.domainName !== '' && domainNameCovers(endpoint.domainName, checkedName);
  return named && endpoint.domainName.startsWith('*.') && deeper(endpoint.domainName, checkedName)
    ? {
        outcome: 'warning',
        finding:
          'The host is more than one part below the wildcard. Names lead there, but a wildcard certificate covers one part only.',
        next: 'If the check says the certificate does not fit, use a host one part below the wildcard.',
      }
    : undefined;
}

function notHeeded(dataSource: DataSource): string {
  const name = ignoredServerName(dataSource);
  return name
    ? ` Its TLS server name, ${name}, doesn't help: Grafana heeds it only beside a CA certificate or a client certificate of its own.`
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
        finding: `The address uses port ${port}, and this service usually listens on ${expected}.`,
        next: 'Check the port.',
      };
}

function fits(address: Address): StepResult {
  const port = effectivePort(address);
  return {
    outcome: 'ok',
    finding:
      port === undefined ? 'Nothing speaks against the settings.' : `It connects to ${address.host} on port ${port}.`,
    next: '',
  };
}

function deeper(wildcard: string, host: string): boolean {
  return host.split('.').length > wildcard.split('.').length;
}
