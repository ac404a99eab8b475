import { type HealthRule } from './healthRule';

// A status code, not a port, a part of an address or a line number.
const status = (codes: string) => `(?<![\\d.:/-]|line |port )(?:${codes})(?![\\d.])|status\\W{0,8}(?:${codes})\\b`;
const html = '<!doctype html|<html|<head';

/** What web servers, gateways and sign-in pages answer, in the order of what they prove. */
export const httpRules: readonly HealthRule[] = [
  // Grafana's own, to people without the Admin role
  [/^internal server error\s*$/i, 'unclear'],
  [
    new RegExp(`(?:${html}).{0,400}(?:sign[ -]?in|log[ -]?in|single sign-on|login\\.microsoftonline)`, 'is'),
    'signInPage',
  ],
  [/missing subscription key|invalid subscription key/i, 'unauthorized'],
  [
    /no healthy upstream|upstream (?:connect error|request timeout)|services aren't available right now/i,
    'gatewayDown',
  ],
  [
    new RegExp(`bad gateway|service (?:temporarily )?unavailable|gateway time-?out|${status('50[234]')}`, 'i'),
    'gatewayDown',
  ],
  [/RBAC: access denied/, 'forbidden'],
  [new RegExp(`too many requests|${status('429')}`, 'i'), 'throttled'],
  [new RegExp(`unauthorized|authentication required|no credentials provided|${status('401')}`, 'i'), 'unauthorized'],
  [/authorization header requires/i, 'unauthorized'],
  [/invalid or empty (?:password|bearer token|api key)/i, 'noSecret'],
  [new RegExp(`forbidden|access denied\\b|${status('403')}`, 'i'), 'forbidden'],
  [new RegExp(`method not allowed|unsupported method|not implemented|${status('405|501')}`, 'i'), 'otherApi'],
  [new RegExp(`page not found|${status('404')}`, 'i'), 'notFound'],
  [/ReadObject(?:Start)?: expect|readNumberAsString|unexpected token < in json/i, 'otherApi'],
  [/looking for beginning of value|failed to parse response from|unable to parse response body/i, 'otherApi'],
  [new RegExp(html, 'i'), 'otherApi'],
  [new RegExp(`internal ?server ?error|bad request|${status('400|500')}|empty response body`, 'is'), 'serverError'],
];

/** Texts that say the least. */
export const lastRules: readonly HealthRule[] = [
  [/password authentication failed|login failed for user|invalid_password|authentication failed\b/i, 'cantSignIn'],
  [/insufficient privileges|not authorized to (?:perform|execute|access)|permission denied/i, 'noRights'],
  [/unsupported version|syntax error/i, 'storeError'],
  [/read: connection timed out|context deadline exceeded|client\.timeout exceeded|request timed out/i, 'slow'],
  [/timeout awaiting response headers|i\/o timeout|request canceled|timed? ?out/i, 'slow'],
  [/error reading from server: EOF/i, 'unclear'],
  [
    /connection closed before server preface|unexpected EOF|\bEOF\b|server closed the connection|bad connection|invalid connection/i,
    'closed',
  ],
  [/check the server logs? for more details|inspect grafana server log|failed to connect to elasticsearch/i, 'hidden'],
  [/missing health check response/i, 'hidden'],
  [
    /plugin\.notRegistered|could not find executor|enterprise (?:plugin|licen[cs]e)|plugin health check failed/i,
    'pluginMissing',
  ],
];
