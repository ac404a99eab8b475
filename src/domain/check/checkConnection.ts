import { type Address, addressWith, effectivePort, otherPort, readAddress, takesScheme } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { redactAddress } from '../address/redact';
import { ignoredServerName, tlsUse } from '../address/tlsUse';
import { servicesOf } from '../catalogue/catalogue';
import { domainNameCovers } from '../create/domainName';
import { type Endpoint } from '../endpoint';
import { serviceHosts } from '../matching/serviceHosts';
import { type CheckFacts, type StepResult } from './checkStep';

/** The step "scheme, port and TLS name fit". It warns where it can only suspect. */
export function checkConnection({ endpoint, dataSource }: Pick<CheckFacts, 'endpoint' | 'dataSource'>): StepResult {
  const address = dataSource && readAddress(dataSource);
  if (!endpoint || !dataSource || !address) {
    return { outcome: 'unknown', finding: 'Unknown without an address.', next: '' };
  }
  return schemeStep(address) ?? tlsStep(endpoint, dataSource, address) ?? portStep(endpoint, address) ?? fits(address);
}

// Whatever the endpoint: without one Grafana calls nothing, and where none may stand it reads it as the host.
function schemeStep(address: Address): StepResult | undefined {
  const { kind, parts, scheme } = address;
  const written = (begin: string) => addressWith(address, { ...parts, scheme: begin });
  if (kind.shape === 'url' && scheme === '') {
    return {
      outcome: 'failed',
      finding: 'The address has no scheme. Data sources of this type need http:// or https://.',
      next: `Change it to ${redactAddress(written('https://'), kind.shape)} if the target uses TLS. Otherwise, use http://.`,
    };
  }
  return scheme !== '' && !takesScheme(kind)
    ? {
        outcome: 'failed',
        finding: `The address begins with ${parts.scheme}, but data sources of this type take only a host and a port.`,
        next: `Change it to ${redactAddress(written(''), kind.shape)}.`,
      }
    : undefined;
}

function tlsStep(endpoint: Endpoint, dataSource: DataSource, address: Address): StepResult | undefined {
  const { tls, checkedName } = tlsUse(dataSource);
  const [kind] = servicesOf(endpoint.targetId, endpoint.subResources);
  if (kind?.tls === 'required' && tls === 'no') {
    return {
      outcome: 'failed',
      finding: `${kind.title} requires TLS, but this data source doesn’t use it.`,
      next: 'Turn on TLS in the data source, or change http:// to https://.',
    };
  }
  if (checkedName === '') {
    return undefined;
  }
  if (checkedName === endpoint.privateIp) {
    return {
      outcome: 'failed',
      finding: `The data source uses TLS with an IP address, but certificates are issued for names.${notHeeded(dataSource)}`,
      next: endpoint.domainName
        ? `Use ${endpoint.domainName} as the host.`
        : 'Set the domain name of the endpoint to a name in the certificate, and use it as the host.',
    };
  }
  return nameStep(endpoint, address, checkedName);
}

function nameStep(endpoint: Endpoint, address: Address, checkedName: string): StepResult | undefined {
  // Outside Azure's zones it is the service's real name.
  if (address.host.includes('.privatelink.') && serviceHosts(address.host).length > 0) {
    return {
      outcome: 'failed',
      finding: 'The host is in the private DNS zone (privatelink), but the certificate is issued for the public name.',
      next: `Use ${address.host.replace('.privatelink.', '.')} as the host.`,
    };
  }
  return domainNameCovers(endpoint.domainName, checkedName) && deeper(endpoint.domainName, checkedName)
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
  if (address.parts.instance && !address.port) {
    return {
      outcome: 'warning',
      finding: 'The address has an instance name but no port. SQL Server Browser isn’t reachable over a private link.',
      next: 'Add the port.',
    };
  }
  const expected = otherPort(servicesOf(endpoint.targetId, endpoint.subResources)[0], address);
  return expected === undefined
    ? undefined
    : {
        outcome: 'warning',
        finding: `The address uses port ${effectivePort(address)}, but this service usually listens on ${expected}.`,
        next: `Change the port to ${expected}.`,
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
