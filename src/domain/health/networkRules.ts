import { type HealthRule } from './healthRule';

const go = "Go's network libraries, which Grafana's backend uses";

/** Texts of the network itself: name, route and port. */
export const networkRules: readonly HealthRule[] = [
  {
    id: 'noSuchHost',
    category: 'name',
    pattern: /no such host|hostname resolving error|name or service not known|could not translate host name|ENOTFOUND/i,
    meaning:
      'Nobody knows this name. It is not registered on the endpoint, or the workspace has not been refreshed since.',
    next: 'Compare the host in the address with the domain name of the endpoint, letter by letter. If they fit, refresh.',
    source: go,
  },
  {
    id: 'nameServer',
    category: 'name',
    pattern:
      /lookup [^\s:]+(?: on [^\s]+)?: .{0,80}(?:i\/o timeout|server misbehaving|temporary failure)|temporary failure in name resolution/i,
    meaning: 'The name could not be looked up: the name server gave no proper answer.',
    next: 'Check again in a minute. If it stays, refresh the workspace, which also syncs its names.',
    source: go,
  },
  {
    id: 'sqlBrowser',
    category: 'port',
    pattern: /unable to get instances from sql server browser/i,
    meaning:
      'The address names an instance without a port, and the service that tells its port (UDP 1434) is not reachable over a private link.',
    next: 'Add the port of the instance to the address, for example host\\instance:1433.',
    source: 'Driver of the Microsoft SQL Server data source',
  },
  {
    id: 'refused',
    category: 'port',
    pattern: /connection refused|actively refused|ECONNREFUSED/i,
    meaning: 'The other side was reached, but nothing listens on this port.',
    next: 'Compare the port in the address with the rule of the load balancer behind the private link service, or with the port of the service.',
    source: go,
  },
  {
    id: 'noRoute',
    category: 'route',
    pattern: /no route to host|network is unreachable|host is unreachable|EHOSTUNREACH/i,
    meaning: 'There is no way to this address from where Grafana runs.',
    next: 'Use the domain name or the private IP address of the endpoint, not an address of the network behind it.',
    source: go,
  },
  {
    id: 'dialTimeout',
    category: 'route',
    pattern:
      /dial (?:tcp|udp)[^\n]{0,200}(?:i\/o timeout|connection timed out|operation timed out)|connect: connection timed out|ETIMEDOUT/i,
    meaning:
      'Nobody answered: the address may be one of the network behind the service, the port may be closed, or nothing healthy stands behind the load balancer.',
    next: 'Check in this order: the address is the one of the endpoint, the port is that of the load balancer rule, the network security group lets it in, the load balancer has a healthy backend.',
    source: go,
  },
  {
    id: 'reset',
    category: 'port',
    pattern: /connection reset by peer|forcibly closed by the remote host|ECONNRESET|broken pipe/i,
    meaning:
      'The connection was made and then cut off by the other side: often a wrong port, plain text to a TLS port, or proxy protocol that the store does not expect.',
    next: 'Check that scheme and port belong together, and that proxy protocol is off at the private link service.',
    source: go,
  },
];
