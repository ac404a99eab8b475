import { type HealthRule } from './healthRule';

/** Texts that show that the data store was reached, and texts that tell nothing. */
export const storeRules: readonly HealthRule[] = [
  {
    id: 'noDatabase',
    category: 'store',
    pattern:
      /database "?[^"\n]{0,80}"? does not exist|unknown database|error 1049|cannot open database|database not found/i,
    meaning: 'The private connection and the sign-in work. The database of this name does not exist there.',
    next: 'Correct the name of the database in the data source.',
    source: 'PostgreSQL, MySQL, Microsoft SQL Server, InfluxDB',
  },
  {
    id: 'otherProtocol',
    category: 'store',
    pattern:
      /ReadObject(?:Start)?: expect|invalid character '.' looking for beginning of value|unexpected token < in json|readNumberAsString/i,
    meaning:
      'Something answered, but not in the language of this data source: another service listens on this port, or the path is wrong.',
    next: 'Check port and path of the address, and that the data source is of the right type.',
    source: 'Prometheus, Loki and Elasticsearch data sources',
  },
  {
    id: 'gateway',
    category: 'store',
    pattern: /\b50[234]\b|bad gateway|service unavailable|gateway timeout/i,
    meaning: 'A gateway in front of the data store answered, but the store behind it did not.',
    next: 'Look at the data store itself: whether it runs, and whether its load balancer finds it healthy.',
    source: 'Web servers and gateways',
  },
  {
    id: 'notFound',
    category: 'store',
    pattern: /\b404\b|page not found/i,
    meaning: 'The private connection works. The path of the address does not exist there.',
    next: 'Check the path of the address; some stores live below a path such as /prometheus.',
    source: 'Web servers',
  },
  {
    id: 'queryError',
    category: 'store',
    pattern:
      /parse error at line|bad_data|syntax error|unsupported version|\b500\b|internal server error|all shards failed/i,
    meaning: 'The private connection works. The data store answered with an error of its own.',
    next: 'Look at the full text below, and at the log of the data store. Its version may not fit the version of the data source.',
    source: 'Loki, Prometheus, Elasticsearch and others',
  },
  {
    id: 'slow',
    category: 'route',
    pattern:
      /context deadline exceeded|client\.timeout exceeded|request timed out|timeout awaiting response headers|i\/o timeout|net\/http: request canceled|timed? ?out/i,
    meaning:
      'No answer came in time. Either nothing healthy stands behind the endpoint, or the data store is very slow.',
    next: 'Check that the load balancer behind the private link service has a healthy backend, then the data store itself.',
    source: "Go's network libraries",
  },
  {
    id: 'closed',
    category: 'port',
    pattern: /unexpected EOF|\bEOF\b|server closed the connection|invalid connection|driver: bad connection/i,
    meaning:
      'The connection was made and ended at once: often a wrong port, or proxy protocol that the store does not expect.',
    next: 'Check the port, and that proxy protocol is off at the private link service.',
    source: 'Go; database drivers',
  },
  {
    id: 'hidden',
    category: 'cantTell',
    pattern: /check the server logs? for more details|inspect grafana server log|failed to connect to elasticsearch/i,
    meaning: 'Health checks of this type write the reason only to the log of the Grafana server.',
    next: 'Run a query with this data source in Explore: the error there names the reason.',
    source: 'Loki and Elasticsearch data sources; database data sources, to people without the Admin role',
  },
  {
    id: 'pluginMissing',
    category: 'cantTell',
    pattern: /plugin\.notRegistered/i,
    meaning: 'The plugin of this data source is not installed in that Grafana.',
    next: 'Install the plugin there, or use another type of data source.',
    source: 'Grafana',
  },
];
