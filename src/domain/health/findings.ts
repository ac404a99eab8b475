import { type HealthCategory } from './healthRule';
import { type StepId } from './steps';

/** What a failing health answer can mean. */
interface Finding {
  category: HealthCategory;
  /**
   * What the text proves: that the target itself responded, that some server at its address did, or that nobody got
   * there. Left out where it proves nothing: then nothing is said about it.
   */
  reached?: 'target' | 'server' | 'no';
  meaning: string;
  step: StepId;
}

const finding = (
  category: HealthCategory,
  reached: Finding['reached'] | '',
  step: StepId,
  meaning: string
): Finding => ({ category, step, meaning, ...(reached === '' ? {} : { reached }) });

/** All findings. The rules map texts to them, so a text of a new plugin is one more row there and no new sentence. */
export const findings = {
  badUrl: finding('address', 'no', 'url', 'The URL is incomplete or invalid.'),
  badSettings: finding('address', '', 'url', 'The data source settings are incomplete or invalid.'),
  accountName: finding('address', '', 'url', 'The account name in the data source may be wrong.'),
  hostNotAllowed: finding('address', 'no', 'allowedHosts', 'The data source doesn’t allow this host.'),

  noSuchHost: finding('name', 'no', 'host', 'The host name can’t be resolved.'),
  nameServer: finding('name', 'no', 'dns', 'The DNS server returned an invalid response.'),
  otherName: finding('name', 'no', 'otherName', 'The name that can’t be resolved isn’t the host in the URL.'),
  memberName: finding('name', 'no', 'members', 'The name of a replica set member can’t be resolved.'),
  signInName: finding('name', 'no', 'signInHost', 'The authentication service’s name can’t be resolved.'),
  proxyName: finding('name', 'no', 'proxy', 'The name of a proxy server can’t be resolved.'),

  notAttached: finding(
    'route',
    'no',
    'refresh',
    'The target doesn’t recognize the private endpoint. The request may be approved, but the workspace hasn’t been refreshed.'
  ),
  publicRefused: finding(
    'route',
    'no',
    'endpoint',
    'The connection came through the public network, or through an endpoint that isn’t approved, and was refused.'
  ),
  hostRule: finding(
    'route',
    '',
    'endpoint',
    'The database has no rule for this client. On Azure, the private endpoint wasn’t used, or TLS is off in the data source.'
  ),
  addressRefused: finding('route', 'target', 'allowIp', 'A network policy of the target refuses this address.'),
  signInRoute: finding('route', 'no', 'signInHost', 'The authentication service can’t be reached.'),
  proxyFails: finding('route', 'no', 'proxy', 'A proxy server between Grafana and the target can’t be reached.'),
  refusedBetween: finding('route', '', 'proxy', 'A firewall or gateway in front of the target refused the connection.'),
  noRoute: finding('route', 'no', 'network', 'There’s no route to this address from Grafana.'),
  unreachable: finding('route', 'no', 'network', 'The target can’t be reached.'),
  noAnswer: finding('route', 'no', 'backend', 'No response: the address or port may be wrong, or the backend is down.'),
  slow: finding('route', '', 'backend', 'No response in time: the backend may be down, or the target is very slow.'),

  refused: finding('port', 'no', 'port', 'The address responds, but nothing listens on this port.'),
  reset: finding('port', 'no', 'port', 'The connection was cut off: often a wrong port, or TLS on one side only.'),
  closed: finding('port', 'no', 'port', 'The connection was closed at once: often a wrong port, or a TLS mismatch.'),
  wrongProtocol: finding('port', 'server', 'port', 'This port uses a different protocol.'),
  instancePort: finding(
    'port',
    'no',
    'instancePort',
    'The URL names an instance without a port, and the service that looks it up (UDP 1434) can’t be reached.'
  ),

  certName: finding('tls', 'no', 'certName', 'The certificate is issued for a different name than the one in the URL.'),
  unknownCa: finding('tls', 'no', 'ca', 'Grafana doesn’t trust the authority that issued the certificate.'),
  badCertificate: finding('tls', 'no', 'renew', 'The certificate of the target has expired or is invalid.'),
  clientCert: finding('tls', '', 'clientCert', 'The client certificate is missing or was rejected.'),
  tlsVersion: finding('tls', 'no', 'tlsVersion', 'Grafana and the target have no TLS version or cipher in common.'),
  tlsNeeded: finding('tls', 'server', 'tlsOn', 'The target requires TLS, and the data source doesn’t use it.'),
  tlsNeededUnseen: finding('tls', 'no', 'tlsOn', 'The target may require TLS, and the data source doesn’t use it.'),
  tlsNotOffered: finding(
    'tls',
    '',
    'tlsOff',
    'The data source uses TLS, but the target doesn’t offer it on this port.'
  ),
  tlsOther: finding('tls', 'no', 'tls', 'Grafana and the target couldn’t agree on TLS.'),

  noToken: finding(
    'signIn',
    'no',
    'token',
    'Grafana couldn’t get an access token, so it didn’t send a request to the target.'
  ),
  tokenUnsent: finding('signIn', '', 'token', 'The request had no access token.'),
  noSecret: finding('signIn', 'no', 'credentials', 'Credentials are missing in the data source.'),
  tokenRefused: finding('signIn', 'target', 'audience', 'The target doesn’t accept the access token.'),
  wrongCredentials: finding('signIn', 'target', 'credentials', 'Authentication failed: wrong user, password or key.'),
  unauthorized: finding('signIn', 'server', 'credentials', 'Authentication failed: credentials are missing or wrong.'),
  cantSignIn: finding('signIn', '', 'credentials', 'Authentication failed.'),
  noTenant: finding('signIn', 'target', 'tenant', 'The request names no tenant.'),
  signInPage: finding('signIn', 'server', 'signInPage', 'A sign-in page responded instead of the target.'),
  redirected: finding('signIn', 'no', 'signInPage', 'The request was redirected to a sign-in service.'),

  noRights: finding('permission', 'target', 'role', 'The user or identity isn’t allowed to read this.'),
  forbidden: finding('permission', 'server', 'role', 'The target refused the request (forbidden).'),
  noManagement: finding('permission', '', 'role', 'The identity isn’t allowed to list resources in Azure.'),

  noDatabase: finding('store', 'target', 'database', 'The database, index, bucket or workspace doesn’t exist there.'),
  databaseUnset: finding('store', '', 'database', 'No database is set.'),
  serverName: finding(
    'store',
    '',
    'serverName',
    'A gateway responded, but it doesn’t recognize the server or failover group name in the URL.'
  ),
  notFound: finding('store', 'server', 'path', 'The path in the URL doesn’t exist there.'),
  otherApi: finding('store', 'server', 'path', 'Something other than this data source’s API responded.'),
  gatewayDown: finding('store', 'server', 'backend', 'A gateway responded, but the target behind it didn’t.'),
  storeError: finding('store', 'target', 'store', 'The target returned an error.'),
  serverError: finding('store', 'server', 'store', 'The server returned an error.'),
  busy: finding('store', 'target', 'wait', 'The target is busy or has reached a limit.'),
  throttled: finding('store', 'server', 'wait', 'Too many requests.'),
  version: finding('store', 'target', 'version', 'The version of the target isn’t compatible with the data source.'),
  wrongTypeUnseen: finding('store', '', 'plugin', 'The data source is set up for another version of the target.'),
  wrongType: finding('store', 'target', 'plugin', 'The target is for another type of data source.'),

  hidden: finding('unknown', '', 'query', 'This type writes the reason only to the Grafana server log.'),
  pluginMissing: finding(
    'unknown',
    '',
    'plugin',
    'The data source’s plugin isn’t installed, licensed, or running in the Grafana that ran the test.'
  ),
  unclear: finding('unknown', '', 'log', 'The cause of this error is unknown.'),
} as const satisfies Record<string, Finding>;

/** A finding's id. */
export type FindingId = keyof typeof findings;
