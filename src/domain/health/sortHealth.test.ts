import fc from 'fast-check';
import { type HealthCategory } from './healthRule';
import { healthRules, sortHealth } from './sortHealth';

// Real error texts by data source: what drivers, servers and Azure write, with invented names.
const fixtures: Array<[source: string, text: string, category: HealthCategory, rule: string]> = [
  [
    'prometheus',
    'Post "http://prom.contoso.com:9090/api/v1/query": dial tcp: lookup prom.contoso.com on 10.0.0.10:53: no such host - There was an error returned querying the Prometheus API.',
    'name',
    'noSuchHost',
  ],
  [
    'prometheus',
    'Post "http://10.2.0.4:9090/api/v1/query": dial tcp 10.2.0.4:9090: i/o timeout - There was an error returned querying the Prometheus API.',
    'route',
    'dialTimeout',
  ],
  [
    'prometheus',
    'Post "http://prom.contoso.com:9091/api/v1/query": dial tcp 10.0.0.5:9091: connect: connection refused - There was an error returned querying the Prometheus API.',
    'port',
    'refused',
  ],
  [
    'prometheus',
    'Post "https://10.0.0.5:9090/api/v1/query": tls: failed to verify certificate: x509: cannot validate certificate for 10.0.0.5 because it doesn\'t contain any IP SANs - There was an error returned querying the Prometheus API.',
    'tls',
    'noIpInCertificate',
  ],
  [
    'prometheus',
    'Post "https://a.contoso.com/api/v1/query": tls: failed to verify certificate: x509: certificate is valid for prom.contoso.com, not a.contoso.com - There was an error returned querying the Prometheus API.',
    'tls',
    'otherName',
  ],
  [
    'prometheus',
    'Post "https://prom.contoso.com:9090/api/v1/query": http: server gave HTTP response to HTTPS client - There was an error returned querying the Prometheus API.',
    'tls',
    'tlsOnPlainPort',
  ],
  [
    'prometheus',
    'client_error: client error: 401 - There was an error returned querying the Prometheus API.',
    'signIn',
    'unauthorized',
  ],
  [
    'prometheus',
    'client_error: client error: 403 - There was an error returned querying the Prometheus API.',
    'permission',
    'forbidden',
  ],
  [
    'prometheus',
    'client_error: client error: 404 - There was an error returned querying the Prometheus API.',
    'store',
    'notFound',
  ],
  [
    'prometheus',
    'ReadObject: expect { or , or } or n, but found #, error found in #1 byte of ...|# HELP jvm_|... - There was an error returned querying the Prometheus API.',
    'store',
    'otherProtocol',
  ],
  [
    'prometheus',
    'Post "http://prom.contoso.com/api/v1/query": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    'route',
    'slow',
  ],
  [
    'azure prometheus',
    '{"error":{"code":"AuthorizationFailed","message":"Access through public network is disabled for this resource"}}',
    'route',
    'publicAccessOff',
  ],
  ['azure prometheus', 'Connection not established through an attached Private Endpoint', 'route', 'notAttached'],
  [
    'azure prometheus',
    'ManagedIdentityCredential authentication failed AADSTS700016: Application was not found in the directory',
    'signIn',
    'entraToken',
  ],
  ['loki', 'Unable to connect with Loki. Please check the server logs for more details.', 'cantTell', 'hidden'],
  ['mongodb', 'plugin.notRegistered\nPlugin not registered', 'cantTell', 'pluginMissing'],
  ['loki', 'parse error at line 1, col 1: syntax error: unexpected IDENTIFIER', 'store', 'queryError'],
  [
    'tempo',
    'Get "http://tempo.contoso.com:3200/api/echo": dial tcp: lookup tempo.contoso.com: i/o timeout',
    'name',
    'nameServer',
  ],
  [
    'tempo',
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 10.0.0.5:3200: connect: connection refused"',
    'port',
    'refused',
  ],
  ['elasticsearch', 'Health check failed: Failed to connect to Elasticsearch', 'cantTell', 'hidden'],
  [
    'elasticsearch',
    'Health check failed: Elasticsearch data source is not healthy. Request timed out',
    'route',
    'slow',
  ],
  [
    'elasticsearch',
    'Health check failed: Elasticsearch data source is not healthy. Status: 401 Unauthorized',
    'signIn',
    'unauthorized',
  ],
  [
    'elasticsearch',
    'Health check failed: Elasticsearch data source is not healthy. Status: 502 Bad Gateway',
    'store',
    'gateway',
  ],
  [
    'influxdb',
    'Post "http://influx.contoso.com:8086/api/v2/query?org=o": dial tcp 10.0.0.5:8086: connect: connection refused error reading buckets',
    'port',
    'refused',
  ],
  ['influxdb', 'unauthorized: unauthorized access error reading buckets', 'signIn', 'unauthorized'],
  ['influxdb', 'InfluxDB returned error: Unauthorized error reading influxDB', 'signIn', 'unauthorized'],
  ['influxdb', 'error reading InfluxDB. Status Code: 503', 'store', 'gateway'],
  [
    'postgres',
    'Network error: Failed to connect to the server. Error message: connect: connection refused\nfailed to connect to `user=grafana database=shop`: 10.0.0.5:5432 (pg.contoso.com): dial error: dial tcp 10.0.0.5:5432: connect: connection refused',
    'port',
    'refused',
  ],
  [
    'postgres',
    'failed to connect to `user=grafana database=shop`: hostname resolving error: lookup pg.contoso.com on 168.63.129.16:53: no such host',
    'name',
    'noSuchHost',
  ],
  [
    'postgres',
    'failed to connect to `user=grafana database=shop`: 10.0.0.5:5432 (pg.contoso.com): server error: FATAL: password authentication failed for user "grafana" (SQLSTATE 28P01)',
    'signIn',
    'databaseLogin',
  ],
  ['postgres', 'server error: FATAL: database "shop" does not exist (SQLSTATE 3D000)', 'store', 'noDatabase'],
  [
    'postgres',
    'server error: FATAL: no pg_hba.conf entry for host "20.1.2.3", user "grafana", database "shop", no encryption (SQLSTATE 28000)',
    'route',
    'postgresFirewall',
  ],
  ['postgres', 'pq: SSL is not enabled on the server', 'tls', 'tlsOnPlainPort'],
  ['postgres', 'server refused TLS connection', 'tls', 'tlsOnPlainPort'],
  ['postgres', 'pq: permission denied for table orders', 'permission', 'databaseRights'],
  [
    'mysql',
    "Error 1045 (28000): Access denied for user 'grafana'@'10.0.0.9' (using password: YES)",
    'signIn',
    'databaseLogin',
  ],
  [
    'mysql',
    "Error 1044 (42000): Access denied for user 'grafana'@'%' to database 'shop'",
    'permission',
    'databaseRights',
  ],
  ['mysql', "Error 1049 (42000): Unknown database 'shop'", 'store', 'noDatabase'],
  ['mysql', 'TLS requested but server does not support TLS', 'tls', 'tlsOnPlainPort'],
  ['mysql', 'driver: bad connection', 'port', 'closed'],
  [
    'mssql',
    "unable to open tcp connection with host 'sql.contoso.com:1433': dial tcp: lookup sql.contoso.com on 168.63.129.16:53: no such host",
    'name',
    'noSuchHost',
  ],
  [
    'mssql',
    "unable to open tcp connection with host '10.0.0.5:1433': dial tcp 10.0.0.5:1433: i/o timeout",
    'route',
    'dialTimeout',
  ],
  ['mssql', "mssql: login error: Login failed for user 'grafana'.", 'signIn', 'databaseLogin'],
  [
    'mssql',
    'Unable to get instances from Sql Server Browser on host sql.contoso.com: read udp 10.0.0.9:63362->10.0.0.5:1434: i/o timeout',
    'port',
    'sqlBrowser',
  ],
  [
    'mssql',
    "login error: Cannot open server 'orders' requested by the login. Client with IP address '20.1.2.3' is not allowed to access the server.",
    'route',
    'sqlFirewall',
  ],
  [
    'mssql',
    'login error: Reason: An instance-specific error occurred while establishing a connection to SQL Server. Connection was denied since Deny Public Network Access is set to Yes',
    'route',
    'sqlDenyPublic',
  ],
  ['mssql', 'Cannot open database "shop" that was requested by the login.', 'store', 'noDatabase'],
  ['mssql', 'Login error: read tcp 10.2.118.134:37906->10.0.0.5:1433: read: connection reset by peer', 'port', 'reset'],
  [
    'mssql',
    'TLS Handshake failed: tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'tls',
    'unknownAuthority',
  ],
  [
    'data explorer',
    'Post "https://logs.westeurope.kusto.windows.net/v1/rest/query": dial tcp: lookup logs.westeurope.kusto.windows.net on 127.0.0.53:53: server misbehaving',
    'name',
    'nameServer',
  ],
  [
    'azure monitor',
    '{"error":{"code":"InsufficientAccessError","message":"The provided credentials have insufficient access to perform the requested operation"}}',
    'permission',
    'forbidden',
  ],
  ['alertmanager', 'Bad Gateway', 'store', 'gateway'],
  [
    'jaeger',
    'Get "https://jaeger.contoso.com/api/services": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-23T10:00:00Z is after 2026-01-01T00:00:00Z',
    'tls',
    'expired',
  ],
  [
    'zipkin',
    'Get "https://zipkin.contoso.com/api/v2/services": remote error: tls: unrecognized name',
    'tls',
    'handshake',
  ],
  ['graphite', 'Get "http://graphite.contoso.com/render": EOF', 'port', 'closed'],
  [
    'opentsdb',
    'Get "http://tsdb:4242/api/suggest": dial tcp 10.9.9.9:4242: connect: no route to host',
    'route',
    'noRoute',
  ],
  [
    'pyroscope',
    'unavailable: net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03\\x01\\x00\\x02\\x02"',
    'tls',
    'plainOnTlsPort',
  ],
  ['clickhouse', 'dial tcp 10.0.0.5:9000: connect: connection timed out', 'route', 'dialTimeout'],
  [
    'mongodb',
    'connection() error occurred during connection handshake: auth error: sasl conversation error: unable to authenticate using mechanism "SCRAM-SHA-256": (AuthenticationFailed) Authentication failed.',
    'signIn',
    'databaseLogin',
  ],
  [
    'cosmos',
    'Request originated from IP 20.1.2.3 through public internet. This is blocked by your Cosmos DB account firewall settings.',
    'route',
    'cosmosFirewall',
  ],
  ['databricks', 'Plugin health check failed', 'cantTell', ''],
  ['any', 'something new', 'cantTell', ''],
];

it.each(fixtures)('%s: %s', (_, raw, category, rule) => {
  expect(sortHealth({ status: 'error', message: '', raw })).toMatchObject({ category, rule });
});

it('every rule has a fixture', () => {
  const used = new Set(fixtures.map(([, , , rule]) => rule));
  expect(healthRules.filter((rule) => !used.has(rule.id)).map((rule) => rule.id)).toEqual([]);
});

it('says what a data source without a health check leaves to do', () => {
  expect(sortHealth({ status: 'missing', message: '', raw: 'plugin.unavailable' })).toMatchObject({
    category: 'cantTell',
    next: expect.stringContaining('Save & test'),
  });
});

it('every rule has an id of its own and kind words', () => {
  expect(new Set(healthRules.map((rule) => rule.id)).size).toBe(healthRules.length);
  for (const { meaning, next } of healthRules) {
    expect(`${meaning} ${next}`).not.toMatch(/please/i);
    expect(next).toMatch(/\.$/);
  }
});

it('any text gets an answer quickly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (raw) => {
      expect(sortHealth({ status: 'error', message: '', raw }).meaning).not.toBe('');
    })
  );
  const start = performance.now();
  sortHealth({
    status: 'error',
    message: '',
    raw: 'lookup dial tcp cannot open server certificate is valid for '.repeat(5_000),
  });
  expect(performance.now() - start).toBeLessThan(500);
});
