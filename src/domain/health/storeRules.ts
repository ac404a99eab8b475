import { type HealthRule } from './healthRule';

/** Texts that show that the data store was reached, and texts that tell nothing. */
export const storeRules: readonly HealthRule[] = [
  {
    id: 'noDatabase',
    category: 'store',
    pattern:
      /database "?[^"\n]{0,80}"? does not exist|unknown database|error 1049|cannot open database|database not found/i,
    meaning: 'Connection and authentication work. The database doesn’t exist.',
    next: 'Check the database name in the data source.',
    source: 'PostgreSQL, MySQL, Microsoft SQL Server, InfluxDB',
  },
  {
    id: 'otherProtocol',
    category: 'store',
    pattern:
      /ReadObject(?:Start)?: expect|invalid character '.' looking for beginning of value|unexpected token < in json|readNumberAsString/i,
    meaning:
      'The response doesn’t come from the expected type of service. Another service may be listening on this port, or the path is wrong.',
    next: 'Check the port and path of the address, and the type of the data source.',
    source: 'Prometheus, Loki and Elasticsearch data sources',
  },
  {
    id: 'gateway',
    category: 'store',
    pattern: /\b50[234]\b|bad gateway|service unavailable|gateway timeout/i,
    meaning: 'The gateway responded, but the service behind it didn’t.',
    next: 'Check that the service is running and that the load balancer reports it as healthy.',
    source: 'Web servers and gateways',
  },
  {
    id: 'notFound',
    category: 'store',
    pattern: /\b404\b|page not found/i,
    meaning: 'The network connection works. The path of the address doesn’t exist.',
    next: 'Check the path of the address. Some services use a path such as /prometheus.',
    source: 'Web servers',
  },
  {
    id: 'queryError',
    category: 'store',
    pattern:
      /parse error at line|bad_data|syntax error|unsupported version|\b500\b|internal server error|all shards failed/i,
    meaning: 'The network connection works. The target returned an error.',
    next: 'See the full response below, and the log of the target. Its version may not be compatible with the data source.',
    source: 'Loki, Prometheus, Elasticsearch and others',
  },
  {
    id: 'slow',
    category: 'route',
    pattern:
      /context deadline exceeded|client\.timeout exceeded|request timed out|timeout awaiting response headers|i\/o timeout|net\/http: request canceled|timed? ?out/i,
    meaning: 'The request timed out. The load balancer may have no healthy backend, or the target is very slow.',
    next: 'Check that the load balancer behind the private link service has a healthy backend, then check the target.',
    source: "Go's network libraries",
  },
  {
    id: 'closed',
    category: 'port',
    pattern: /unexpected EOF|\bEOF\b|server closed the connection|invalid connection|driver: bad connection/i,
    meaning:
      'The connection was closed immediately. Common causes are a wrong port or proxy protocol that the target doesn’t support.',
    next: 'Check the port, and that proxy protocol is disabled on the private link service.',
    source: 'Go; database drivers',
  },
  {
    id: 'hidden',
    category: 'cantTell',
    pattern: /check the server logs? for more details|inspect grafana server log|failed to connect to elasticsearch/i,
    meaning: 'Health checks of this type write the reason only to the Grafana server log.',
    next: 'Run a query with this data source in Explore to see the reason.',
    source: 'Loki and Elasticsearch data sources; database data sources, to people without the Admin role',
  },
  {
    id: 'pluginMissing',
    category: 'cantTell',
    pattern: /plugin\.notRegistered/i,
    meaning: 'The plugin for this data source isn’t installed in that Grafana.',
    next: 'Install the plugin, or use another type of data source.',
    source: 'Grafana',
  },
];
