import { type HealthRule } from './healthRule';

const go = "Go's TLS library, which Grafana's backend uses";

/** Texts about TLS and certificates. */
export const tlsRules: readonly HealthRule[] = [
  {
    id: 'noIpInCertificate',
    category: 'tls',
    pattern: /cannot validate certificate for [^\s]+ because it doesn't contain any ip sans/i,
    meaning: 'The address is an IP, but the certificate is issued for a name.',
    next: 'Use the domain name of the endpoint as address. If it has none, give it the name in the certificate.',
    source: go,
  },
  {
    id: 'otherName',
    category: 'tls',
    pattern:
      /certificate is valid for .{1,300}, not |certificate is not valid for any names|x509: certificate relies on legacy common name/is,
    meaning: 'The certificate is issued for another name than the one in the address.',
    next: 'Use a name from the certificate as domain name of the endpoint, and as address of the data source.',
    source: go,
  },
  {
    id: 'unknownAuthority',
    category: 'tls',
    pattern:
      /certificate signed by unknown authority|self[- ]signed certificate|unable to verify the first certificate/i,
    meaning: 'Grafana does not know the authority that issued the certificate.',
    next: 'Enter the certificate of your authority in the TLS settings of the data source.',
    source: go,
  },
  {
    id: 'expired',
    category: 'tls',
    pattern: /certificate has expired or is not yet valid|certificate has expired/i,
    meaning: 'The certificate of the data store has expired, or is not valid yet.',
    next: 'Have the certificate of the data store renewed.',
    source: go,
  },
  {
    id: 'plainOnTlsPort',
    category: 'tls',
    pattern:
      /client sent an http request to an https server|malformed http response "\\x15|plain http request was sent to https port/i,
    meaning: 'The data store speaks TLS on this port, but the address says http.',
    next: 'Begin the address with https, and use the domain name that stands in the certificate.',
    source: 'Web servers; Go',
  },
  {
    id: 'tlsOnPlainPort',
    category: 'tls',
    pattern:
      /server gave http response to https client|first record does not look like a tls handshake|ssl is not enabled on the server|server does not support tls|wrong version number|server refused tls connection/i,
    meaning: 'The data source asks for TLS, but the data store does not speak it on this port.',
    next: 'Begin the address with http, or switch TLS off in the data source, or use the TLS port of the data store.',
    source: 'Go; PostgreSQL and MySQL drivers',
  },
  {
    id: 'handshake',
    category: 'tls',
    pattern:
      /tls: (?:handshake failure|unrecognized name|bad certificate|certificate required|protocol version|failed to verify)|tls handshake (?:failed|timeout)|x509:/i,
    meaning:
      'The two sides could not agree on TLS. Often the data store picks its site by name (SNI) and did not get the name it knows.',
    next: 'Use the domain name that the data store knows as address. If it asks for a client certificate, enter one in the data source.',
    source: go,
  },
];
