import fc from 'fast-check';
import { findings } from './findings';
import { type HealthCategory } from './healthRule';
import { sortHealth } from './sortHealth';
import { steps } from './steps';

// Real error texts by data source: what drivers, servers and Azure write, with invented names.
const fixtures: Array<[source: string, text: string, category: HealthCategory, finding: string]> = [
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
    'noAnswer',
  ],
  [
    'prometheus',
    'Post "https://10.0.0.5:9090/api/v1/query": tls: failed to verify certificate: x509: cannot validate certificate for 10.0.0.5 because it doesn\'t contain any IP SANs - There was an error returned querying the Prometheus API.',
    'tls',
    'certName',
  ],
  [
    'prometheus',
    'Post "https://a.contoso.com/api/v1/query": tls: failed to verify certificate: x509: certificate is valid for prom.contoso.com, not a.contoso.com - There was an error returned querying the Prometheus API.',
    'tls',
    'certName',
  ],
  [
    'prometheus',
    'Post "https://prom.contoso.com:9090/api/v1/query": http: server gave HTTP response to HTTPS client - There was an error returned querying the Prometheus API.',
    'tls',
    'tlsNotOffered',
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
    'ReadObject: expect { or , or } or n, but found #, error found in #1 byte of ...|# HELP jvm_|... - There was an error returned querying the Prometheus API.',
    'store',
    'otherApi',
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
    'publicRefused',
  ],
  ['azure prometheus', 'Connection not established through an attached Private Endpoint', 'route', 'notAttached'],
  [
    'azure prometheus',
    'ManagedIdentityCredential authentication failed AADSTS700016: Application was not found in the directory',
    'signIn',
    'noToken',
  ],
  ['loki', 'Unable to connect with Loki. Please check the server logs for more details.', 'cantTell', 'hidden'],
  ['mongodb', 'plugin.notRegistered\nPlugin not registered', 'cantTell', 'pluginMissing'],
  ['loki', 'parse error at line 1, col 1: syntax error: unexpected IDENTIFIER', 'store', 'version'],
  [
    'tempo',
    'Get "http://tempo.contoso.com:3200/api/echo": dial tcp: lookup tempo.contoso.com: i/o timeout',
    'name',
    'nameServer',
  ],
  ['elasticsearch', 'Health check failed: Failed to connect to Elasticsearch', 'cantTell', 'hidden'],
  [
    'elasticsearch',
    'Health check failed: Elasticsearch data source is not healthy. Status: 401 Unauthorized',
    'signIn',
    'unauthorized',
  ],
  ['influxdb', 'unauthorized: unauthorized access error reading buckets', 'signIn', 'wrongCredentials'],
  ['influxdb', 'InfluxDB returned error: Unauthorized error reading influxDB', 'signIn', 'wrongCredentials'],
  ['influxdb', 'error reading InfluxDB. Status Code: 503', 'store', 'gatewayDown'],
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
    'wrongCredentials',
  ],
  ['postgres', 'server error: FATAL: database "shop" does not exist (SQLSTATE 3D000)', 'store', 'noDatabase'],
  [
    'postgres',
    'server error: FATAL: no pg_hba.conf entry for host "20.1.2.3", user "grafana", database "shop", no encryption (SQLSTATE 28000)',
    'route',
    'hostRule',
  ],
  ['postgres', 'pq: SSL is not enabled on the server', 'tls', 'tlsNotOffered'],
  ['postgres', 'server refused TLS connection', 'tls', 'tlsNotOffered'],
  ['postgres', 'pq: permission denied for table orders', 'permission', 'noRights'],
  [
    'mysql',
    "Error 1045 (28000): Access denied for user 'grafana'@'10.0.0.9' (using password: YES)",
    'signIn',
    'wrongCredentials',
  ],
  ['mysql', "Error 1044 (42000): Access denied for user 'grafana'@'%' to database 'shop'", 'permission', 'noRights'],
  ['mysql', "Error 1049 (42000): Unknown database 'shop'", 'store', 'noDatabase'],
  ['mysql', 'TLS requested but server does not support TLS', 'tls', 'tlsNotOffered'],
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
    'noAnswer',
  ],
  ['mssql', "mssql: login error: Login failed for user 'grafana'.", 'signIn', 'wrongCredentials'],
  [
    'mssql',
    'Unable to get instances from Sql Server Browser on host sql.contoso.com: read udp 10.0.0.9:63362->10.0.0.5:1434: i/o timeout',
    'port',
    'instancePort',
  ],
  [
    'mssql',
    "login error: Cannot open server 'orders' requested by the login. Client with IP address '20.1.2.3' is not allowed to access the server.",
    'route',
    'publicRefused',
  ],
  [
    'mssql',
    'login error: Reason: An instance-specific error occurred while establishing a connection to SQL Server. Connection was denied since Deny Public Network Access is set to Yes',
    'route',
    'publicRefused',
  ],
  ['mssql', 'Cannot open database "shop" that was requested by the login.', 'store', 'noDatabase'],
  ['mssql', 'Login error: read tcp 10.2.118.134:37906->10.0.0.5:1433: read: connection reset by peer', 'port', 'reset'],
  [
    'mssql',
    'TLS Handshake failed: tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'tls',
    'unknownCa',
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
    'noRights',
  ],
  ['alertmanager', 'Bad Gateway', 'store', 'gatewayDown'],
  [
    'jaeger',
    'Get "https://jaeger.contoso.com/api/services": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-23T10:00:00Z is after 2026-01-01T00:00:00Z',
    'tls',
    'badCertificate',
  ],
  [
    'zipkin',
    'Get "https://zipkin.contoso.com/api/v2/services": remote error: tls: unrecognized name',
    'tls',
    'tlsOther',
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
    'tlsNeeded',
  ],
  ['clickhouse', 'dial tcp 10.0.0.5:9000: connect: connection timed out', 'route', 'noAnswer'],
  [
    'mongodb',
    'connection() error occurred during connection handshake: auth error: sasl conversation error: unable to authenticate using mechanism "SCRAM-SHA-256": (AuthenticationFailed) Authentication failed.',
    'signIn',
    'wrongCredentials',
  ],
  [
    'cosmos',
    'Request originated from IP 20.1.2.3 through public internet. This is blocked by your Cosmos DB account firewall settings.',
    'route',
    'publicRefused',
  ],
  ['databricks', 'Plugin health check failed', 'cantTell', 'pluginMissing'],
  ['any', 'something new', 'cantTell', 'unclear'],
];

it.each(fixtures)('%s: %s', (_, raw, category, finding) => {
  expect(sortHealth({ status: 'error', message: '', raw })).toMatchObject({ category, finding });
});

it('says what a data source without a health check leaves to do', () => {
  expect(sortHealth({ status: 'missing', message: '', raw: 'plugin.unavailable' })).toMatchObject({
    category: 'cantTell',
    next: expect.stringContaining('Save & test'),
  });
});

it('each sentence is short, and each next step is one that a finding leads to', () => {
  const all = Object.values(findings);
  expect(Object.keys(steps).filter((step) => !all.some((finding) => finding.step === step))).toEqual([]);
  for (const text of [...all.map(({ meaning }) => meaning), ...Object.values(steps)]) {
    expect(text).not.toMatch(/please/i);
    expect(text).toMatch(/\.$/);
  }
});

it.each([
  ['the host in the URL', 'dial tcp: lookup PROM.contoso.com: no such host', 'noSuchHost'],
  ['another host', 'dial tcp: lookup other.contoso.com: no such host', 'otherName'],
  ['a proxy', 'proxyconnect tcp: dial tcp: lookup proxy.contoso.com: no such host', 'proxyName'],
  ['a proxy at an IP address', 'proxyconnect tcp: dial tcp 10.0.0.9:3128: i/o timeout', 'proxyFails'],
  [
    'the token endpoint',
    'Post "https://login.microsoftonline.com/t": dial tcp: lookup login.microsoftonline.com: no such host',
    'signInName',
  ],
  [
    'the token endpoint, by address',
    'Post "https://login.microsoftonline.com/t": dial tcp 20.1.2.3:443: i/o timeout',
    'signInRoute',
  ],
  ['a member', 'server selection error: lookup mongo-0.contoso.com: no such host', 'memberName'],
  ['a redirect to a sign-in page', 'Get "https://id.contoso.com/sso/start?x=1": EOF', 'redirected'],
])('tells whose failure it is: %s', (_, raw, finding) => {
  expect(sortHealth({ status: 'error', message: '', raw }, { hosts: ['prom.contoso.com'] }).finding).toBe(finding);
});

it('only the type tells: the table of the store decides', () => {
  const raw = 'code: 516, message: no';
  const of = (type: string) => sortHealth({ status: 'error', message: '', raw }, { type }).finding;
  expect(of('grafana-clickhouse-datasource')).toBe('wrongCredentials');
  expect(of('mysql')).toBe('unclear');
});

it.each(['Success on 10.0.0.5:403', 'line 404', '1.401.2', 'took 5030 ms'])('%s is no status code', (raw) => {
  expect(sortHealth({ status: 'error', message: '', raw }).finding).toBe('unclear');
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
