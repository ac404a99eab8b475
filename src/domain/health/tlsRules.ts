import { type HealthRule } from './healthRule';

const go = "Go's TLS library, which Grafana's backend uses";

/** Texts about TLS and certificates. */
export const tlsRules: readonly HealthRule[] = [
  {
    id: 'noIpInCertificate',
    category: 'tls',
    pattern: /cannot validate certificate for [^\s]+ because it doesn't contain any ip sans/i,
    meaning: 'The address is an IP address, but the certificate is issued for a name.',
    next: 'Use the domain name of the endpoint as the host. If it doesn’t have one, set it to a name in the certificate.',
    source: go,
  },
  {
    id: 'otherName',
    category: 'tls',
    pattern:
      /certificate is valid for .{1,300}, not |certificate is not valid for any names|x509: certificate relies on legacy common name/is,
    meaning: 'The certificate doesn’t match the host in the address.',
    next: 'Use a name from the certificate as the domain name of the endpoint and as the host of the data source.',
    source: go,
  },
  {
    id: 'unknownAuthority',
    category: 'tls',
    pattern:
      /certificate signed by unknown authority|self[- ]signed certificate|unable to verify the first certificate/i,
    meaning: 'Grafana doesn’t trust the authority that issued the certificate.',
    next: 'Add the CA certificate in the TLS settings of the data source.',
    source: go,
  },
  {
    id: 'expired',
    category: 'tls',
    pattern: /certificate has expired or is not yet valid|certificate has expired/i,
    meaning: 'The certificate of the target has expired or isn’t valid yet.',
    next: 'Renew the certificate of the target.',
    source: go,
  },
  {
    id: 'plainOnTlsPort',
    category: 'tls',
    pattern:
      /client sent an http request to an https server|malformed http response "\\x15|plain http request was sent to https port/i,
    meaning: 'The target requires TLS on this port, but the address uses http.',
    next: 'Change http:// to https://, and use a domain name from the certificate.',
    source: 'Web servers; Go',
  },
  {
    id: 'tlsOnPlainPort',
    category: 'tls',
    pattern:
      /server gave http response to https client|first record does not look like a tls handshake|ssl is not enabled on the server|server does not support tls|wrong version number|server refused tls connection/i,
    meaning: 'The data source uses TLS, but the target doesn’t support TLS on this port.',
    next: 'Change https:// to http://, turn off TLS in the data source, or use the TLS port of the target.',
    source: 'Go; PostgreSQL and MySQL drivers',
  },
  {
    id: 'handshake',
    category: 'tls',
    pattern:
      /tls: (?:handshake failure|unrecognized name|bad certificate|certificate required|protocol version|failed to verify)|tls handshake (?:failed|timeout)|x509:/i,
    meaning: 'The TLS handshake failed. Often the target uses Server Name Indication (SNI) and expects another name.',
    next: 'Use a domain name that the target accepts as the host. If it requires a client certificate, add one in the data source.',
    source: go,
  },
];
