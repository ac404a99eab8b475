import { type HealthRule } from './healthRule';

/** Texts of Go's URL and address parsers, and of plugins that check an address themselves. */
export const addressRules: readonly HealthRule[] = [
  [/first path segment in URL cannot contain colon|unsupported protocol scheme|missing protocol scheme/i, 'badUrl'],
  [/invalid URI for request|no host in request URL|invalid character .{0,12}in host name/i, 'badUrl'],
  [/invalid port\b|unknown port\b|missing port in address|too many colons in address|invalid syntax found/i, 'badUrl'],
  [
    /error parsing (?:postgres url|uri)|failed to parse data source url|invalid clusterUri|invalid (?:server )?host\b/i,
    'badUrl',
  ],
  [/validation error, invalid URL|protocol is invalid, use/i, 'badUrl'],
  [/allowed hosts/i, 'hostNotAllowed'],
];
