/** What to do next, one sentence or two for each way out. */
export const steps = {
  url: 'Correct the URL of the data source. HTTP data sources need http:// or https:// in front; SQL databases take only host and port.',
  allowedHosts: 'Add the host to the allowed hosts in the data source settings.',
  host: 'Compare the host in the URL with the domain name of the endpoint. If they match, refresh the workspace.',
  dns: 'Test again in a minute. If the problem persists, refresh the workspace, which also syncs its DNS names.',
  otherName:
    'The response shows which name can’t be resolved. Check where it comes from: a redirect, another server of the target, or the authentication settings.',
  members:
    'Register the name of each replica set member on an endpoint, or connect to one member only (directConnection=true).',
  signInHost:
    'Check that the workspace can reach the authentication service. The private endpoint isn’t involved at this point.',
  proxy:
    'Ask the administrator of the proxy, gateway, or firewall between Grafana and the target to allow this connection.',
  refresh: 'Refresh the workspace, then test again.',
  endpoint:
    'Check the private endpoint to this resource: create it, have it approved, or refresh. Keep the resource’s own host name in the URL.',
  allowIp: 'Ask the owner to allow this address in the network policy, or connect through a private endpoint.',
  network: 'Use the domain name or private IP of the endpoint in the URL, not an address of the network behind it.',
  backend:
    'Check in this order: the URL has the endpoint’s address, the port matches the load balancer rule, the network security group allows it, and the load balancer has a healthy backend.',
  port: 'Compare the port in the URL with the load balancer rule of the private link service, or with the target’s port. Check that proxy protocol is off.',
  instancePort: 'Add the port of the instance to the URL, for example host\\instance:1433.',
  tlsOn: 'Turn on TLS in the data source: begin the URL with https, or set the TLS mode to require.',
  tlsOff: 'Begin the URL with http or turn off TLS in the data source, or use the target’s TLS port.',
  certName:
    'Use a name from the certificate as the domain name of the endpoint and in the URL, or set it as the TLS server name.',
  ca: 'Enter the certificate of the authority in the TLS settings of the data source.',
  renew: 'Have the certificate of the target renewed.',
  clientCert: 'Enter a valid client certificate and key in the TLS settings of the data source.',
  tlsVersion: 'Update the TLS settings of the target: Grafana needs TLS 1.2 or later with a current cipher suite.',
  tls: 'Check the TLS settings of the data source, and use the host name that the target knows.',
  token:
    'Check the Azure authentication settings of the data source. For a managed identity, check that it’s assigned to the workspace.',
  audience:
    'Check that the identity is in the target’s tenant and is set up there, for example as a database user or Microsoft Entra admin.',
  credentials: 'Check the credentials in the data source.',
  tenant: 'Add the header X-Scope-OrgID with the tenant to the data source.',
  signInPage: 'Use the URL of the API itself, without the sign-in page, or authenticate with a token that it accepts.',
  role: 'Grant the identity or user of the data source permission to read. For Azure Monitor that’s the role Monitoring Data Reader.',
  database: 'Correct the name of the database, index, bucket or workspace in the data source.',
  serverName:
    'In the URL, use the server’s or listener’s own name, not an IP address or alias, and enter a database name.',
  path: 'Check port and path of the URL, and that the data source has the right type. Some targets use a path such as /prometheus.',
  store: 'See the full response below, and the log of the target.',
  wait: 'Wait, then test again. If the problem persists, reduce the load or raise the limit of the target.',
  version: 'Compare the version of the target with the versions that the data source supports.',
  plugin: 'Check that the data source’s plugin is installed and licensed in the Grafana that ran the test.',
  query: 'Run a query in Explore. The error message there shows the reason.',
  log: 'See the full response below, and the Grafana server log.',
} as const;

/** A way out. */
export type StepId = keyof typeof steps;
