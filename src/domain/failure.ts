import codes from '../../catalogue/errorCodes.json';

/**
 * The one shape of every failure. `code` is what the UI branches on (the catalogue holds them all), `message` says what is
 * wrong, `hint` what to do next, `field` which input or setting it is about, `cause` what Azure or Grafana said,
 * `retryAfter` is in seconds.
 */
export interface Failure {
  code: string;
  message: string;
  field?: string;
  hint?: string;
  cause?: string;
  requestId?: string;
  retryAfter?: number;
}

const facts: { [code: string]: { outcome?: string; fix?: string; from?: string } } = codes;

/** True where the way on leads through the configuration page. */
export function isSettingsFailure({ code }: Failure): boolean {
  return facts[code]?.fix === 'settings';
}

/** True when the outcome of a failed write is unknown: it may have happened all the same. */
export function isOutcomeUnknown(code: string): boolean {
  return facts[code]?.outcome === 'unknown';
}
