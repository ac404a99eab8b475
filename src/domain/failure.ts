/**
 * The one shape of every failure. `code` is what the UI branches on, `message` says what is wrong, `hint` what to do
 * next, `field` which input or setting it is about, `cause` what Azure or Grafana said, `retryAfter` is in seconds.
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

/** Failures that the configuration page can mend. */
const SETTINGS_CODES = new Set([
  'not_configured',
  'invalid_settings',
  'workspace_not_allowed',
  'workspace_not_found',
  'cloud_unsupported',
  'grafana_token_rejected',
]);

/** True where the way on leads through the configuration page. */
export function isSettingsFailure({ code }: Failure): boolean {
  return SETTINGS_CODES.has(code) || code.startsWith('sign_in_');
}
