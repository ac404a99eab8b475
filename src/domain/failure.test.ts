import { isOutcomeUnknown, isSettingsFailure } from './failure';

describe('isSettingsFailure', () => {
  it.each([
    'not_configured',
    'invalid_settings',
    'workspace_not_found',
    'sign_in_secret_expired',
    'sign_in_unreachable',
  ])('sends %s to the configuration page', (code) => {
    expect(isSettingsFailure({ code, message: '' })).toBe(true);
  });

  it.each(['azure_throttled', 'azure_not_found', 'azure_forbidden', 'internal'])('keeps %s on its page', (code) => {
    expect(isSettingsFailure({ code, message: '' })).toBe(false);
  });
});

it.each([
  ['azure_timeout', true],
  ['azure_answer_too_large', true],
  ['unreachable', true],
  ['backend_down', true],
  ['unreadable_answer', true],
  ['grafana_timeout', true],
  ['azure_conflict', false],
  ['toString', false],
  ['azure_rejected', false],
])('outcome after %s is unknown: %s', (code, expected) => {
  expect(isOutcomeUnknown(code)).toBe(expected);
});
