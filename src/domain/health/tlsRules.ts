import { type HealthRule } from './healthRule';

/** Texts about TLS and certificates: Go's TLS library, web servers, and the servers and drivers of databases. */
export const tlsRules: readonly HealthRule[] = [
  [
    /doesn't contain any ip sans|certificate is valid for .{1,300}, not |certificate is not valid for any names/is,
    'certName',
  ],
  [/certificate relies on legacy common name/i, 'certName'],
  [
    /certificate signed by unknown authority|self[- ]signed certificate|unable to verify the first certificate/i,
    'unknownCa',
  ],
  [
    /\bCA (?:PEM )?certificate\b.{0,40}(?:cannot|can't|fail|invalid)|(?:fail|invalid).{0,30}\bCA (?:PEM )?certificate/i,
    'unknownCa',
  ],
  [
    /certificate has expired|not yet valid|negative serial number|failed to parse certificate from server/i,
    'badCertificate',
  ],
  [/no required ssl certificate was sent|certificate required|tls: (?:bad|unknown) certificate\b/i, 'clientCert'],
  [
    /failed to find any pem data|client certificate .{0,40}(?:cannot|can't|invalid)|could not load client certificate/i,
    'clientCert',
  ],
  [/protocol version not supported|no cipher suite|no supported versions|unsupported protocol version/i, 'tlsVersion'],
  [
    /http request to an https server|plain http request was sent to https port|malformed http response "\\+x15/i,
    'tlsNeeded',
  ],
  [/insecure transport are prohibited|ssl connection is required/i, 'tlsNeeded'],
  [/unexpected packet \[21\]|requires encryption|encrypt(?:ion|ed connection)s? (?:is )?required/i, 'tlsNeeded'],
  [
    /cannot read handshake packet: (?:unexpected )?EOF|not an SSL\/TLS record|requires a secure \(TLS\) connection/i,
    'tlsNeededUnseen',
  ],
  [
    /http response to https client|first record does not look like a tls handshake|wrong[_ ]version[_ ]number/i,
    'tlsNotOffered',
  ],
  [
    /ssl is not enabled on the server|server does not support (?:tls|ssl|encryption)|server refused tls connection/i,
    'tlsNotOffered',
  ],
  [
    /remote error: tls:|tls: (?:handshake failure|unrecognized name|failed to verify)|tls handshake (?:failed|timeout)|x509:/i,
    'tlsOther',
  ],
];
