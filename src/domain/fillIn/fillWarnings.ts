import { readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { tlsUse } from '../address/tlsUse';
import { type Endpoint } from '../endpoint';
import { isJsonObject } from '../json';
import { type EndpointHosts } from './endpointHosts';

/** What an admin should know before a host is filled into a data source. */
export function fillWarnings(endpoint: Endpoint, dataSource: DataSource, hosts: EndpointHosts, host: string): string[] {
  return [
    ipWithTls(endpoint, dataSource, hosts, host),
    ipMayChange(hosts, host, dataSource),
    ...pathWarnings(dataSource),
    namedInstance(dataSource),
  ].filter(Boolean);
}

/** True where a host can't work as far as is known: TLS with an IP address. It is written only when the admin insists. */
export function needsInsisting(
  endpoint: Endpoint,
  dataSource: DataSource,
  hosts: EndpointHosts,
  host: string
): boolean {
  return ipWithTls(endpoint, dataSource, hosts, host) !== '';
}

/** What keeps a data source off the private link whatever its address says. */
export function pathWarnings(dataSource: DataSource): string[] {
  const options = isJsonObject(dataSource.jsonData) ? dataSource.jsonData : {};
  return [
    dataSource.access === 'direct'
      ? 'This data source uses browser access, so its queries come from your computer and never use the endpoint. Change its access to Server.'
      : '',
    options.enableSecureSocksProxy === true
      ? 'This data source uses a secure SOCKS proxy (private data source connect), so it may not use the endpoint.'
      : '',
  ].filter(Boolean);
}

function ipWithTls(endpoint: Endpoint, dataSource: DataSource, hosts: EndpointHosts, host: string): string {
  const use = tlsUse(dataSource);
  const checksHost = use.tls === 'yes' && use.checkedName !== '' && use.checkedName === readAddress(dataSource)?.host;
  if (host !== hosts.ip || !checksHost) {
    return '';
  }
  return endpoint.domainName
    ? `This data source uses TLS, but certificates are issued for names, not for IP addresses. Use ${endpoint.domainName}.`
    : 'This data source uses TLS, but certificates are issued for names, not for IP addresses. First set the domain name of the endpoint to a name in the certificate.';
}

function ipMayChange(hosts: EndpointHosts, host: string, dataSource: DataSource): string {
  return host === hosts.ip && host !== '' && tlsUse(dataSource).tls !== 'yes'
    ? 'The private IP address may change when the endpoint is created again. The domain name stays the same.'
    : '';
}

function namedInstance(dataSource: DataSource): string {
  const address = readAddress(dataSource);
  return address?.parts.instance && !address.port
    ? 'The address has an instance name but no port. SQL Server Browser isn’t reachable over a private link, so add the port.'
    : '';
}
