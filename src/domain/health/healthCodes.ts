import { type FindingId } from './findings';

/** The closed list of codes that a health answer can have (grafana/dsconfig, health/code.go), and what they mean. */
const codes: Record<string, FindingId> = {
  INVALID_CONFIGURATION: 'badSettings',
  AUTHENTICATION_FAILED: 'cantSignIn',
  PERMISSION_DENIED: 'forbidden',
  HOST_UNREACHABLE: 'unreachable',
  CONNECTION_TIMEOUT: 'slow',
  TLS_ERROR: 'tlsOther',
  NOT_FOUND: 'notFound',
  RATE_LIMITED: 'throttled',
  QUOTA_EXCEEDED: 'throttled',
  UPSTREAM_ERROR: 'serverError',
  UNSUPPORTED_VERSION: 'version',
  QUERY_VALIDATION_FAILED: 'serverError',
  UNEXPECTED_RESPONSE: 'otherApi',
};

/** The finding of the code that stands on a line of its own; undefined where there is none, or it tells nothing. */
export function findingOfCode(text: string): FindingId | undefined {
  const code = text.split('\n').find((line) => Object.hasOwn(codes, line));
  return code === undefined ? undefined : codes[code];
}
