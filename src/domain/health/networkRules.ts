import { type HealthRule } from './healthRule';

const go = "Go's network libraries, which Grafana's backend uses";

/** Texts of the network itself: name, route and port. */
export const networkRules: readonly HealthRule[] = [
  {
    id: 'noSuchHost',
    category: 'name',
    pattern: /no such host|hostname resolving error|name or service not known|could not translate host name|ENOTFOUND/i,
    meaning:
      'The name doesn’t resolve. It isn’t the domain name of an endpoint, or the workspace hasn’t been refreshed since.',
    next: 'Compare the host in the address with the domain name of the endpoint. If they match, refresh.',
    source: go,
  },
  {
    id: 'nameServer',
    category: 'name',
    pattern:
      /lookup [^\s:]+(?: on [^\s]+)?: .{0,80}(?:i\/o timeout|server misbehaving|temporary failure)|temporary failure in name resolution/i,
    meaning: 'The DNS lookup failed.',
    next: 'Test again in a minute. If the problem persists, refresh, which also syncs DNS names.',
    source: go,
  },
  {
    id: 'sqlBrowser',
    category: 'port',
    pattern: /unable to get instances from sql server browser/i,
    meaning:
      'The address has an instance name but no port, and SQL Server Browser (UDP 1434) isn’t reachable over a private link.',
    next: 'Add the port of the instance to the address, for example host\\instance:1433.',
    source: 'Driver of the Microsoft SQL Server data source',
  },
  {
    id: 'refused',
    category: 'port',
    pattern: /connection refused|actively refused|ECONNREFUSED/i,
    meaning: 'The host is reachable, but the connection to this port was refused.',
    next: 'Compare the port in the address with the rule of the load balancer behind the private link service, or with the port of the service.',
    source: go,
  },
  {
    id: 'noRoute',
    category: 'route',
    pattern: /no route to host|network is unreachable|host is unreachable|EHOSTUNREACH/i,
    meaning: 'Grafana has no network route to this address.',
    next: 'Use the domain name or private IP address of the endpoint, not an address in the target’s network.',
    source: go,
  },
  {
    id: 'dialTimeout',
    category: 'route',
    pattern:
      /dial (?:tcp|udp)[^\n]{0,200}(?:i\/o timeout|connection timed out|operation timed out)|connect: connection timed out|ETIMEDOUT/i,
    meaning:
      'No response. The address may be in the target’s network, the port may be blocked, or the load balancer may have no healthy backend.',
    next: 'Check that the host belongs to the endpoint, the port matches the load balancer rule, the network security group allows it, and the load balancer has a healthy backend.',
    source: go,
  },
  {
    id: 'reset',
    category: 'port',
    pattern: /connection reset by peer|forcibly closed by the remote host|ECONNRESET|broken pipe/i,
    meaning:
      'The target closed the connection. Common causes are a wrong port, plain text on a TLS port, or proxy protocol that the target doesn’t support.',
    next: 'Check that scheme and port match, and that proxy protocol is disabled on the private link service.',
    source: go,
  },
];
