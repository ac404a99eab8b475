import { Button, Stack, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { CheckStep } from '../../components/CheckStep';
import { FailureAlert } from '../../components/FailureAlert';
import { queries } from '../../data/queries';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { checkTitles, setupVerdict } from '../../domain/settings/setup';
import { ChecksTitle } from './ChecksTitle';
import { ReplacedSecretAlert } from './ReplacedSecretAlert';

const headlines = {
  ok: 'All checks passed',
  warning: 'Checks passed with warnings',
  failed: 'Some checks failed',
};

interface Props {
  configured: boolean;
  /** The form holds something else than what is stored. */
  isDirty: boolean;
  /** The stored secrets that the last save overwrote. */
  replaced: readonly SignInSecret[];
}

/** Whether the stored settings work, step by step in the order in which they depend on each other. */
export function SetupChecks({ configured, isDirty, replaced }: Props) {
  const setup = useQuery({ ...queries.setup, enabled: configured });
  const signInFailed = setup.data?.checks.some(({ id, outcome }) => id === 'signIn' && outcome === 'failed');
  return (
    <section aria-labelledby="setup-checks">
      <Stack direction="column" gap={2}>
        <Stack direction="row" justifyContent="space-between" alignItems="center" minHeight={4}>
          <ChecksTitle id="setup-checks" title="Checks" isDirty={configured && isDirty} />
          {configured && (
            <Button
              icon="sync"
              size="sm"
              variant="secondary"
              aria-busy={setup.isFetching}
              onClick={() => !setup.isFetching && void setup.refetch()}
            >
              Check again
            </Button>
          )}
        </Stack>
        <div role="status">
          <Text color="secondary">
            {statusText(configured, isDirty, setup.isFetching, setup.data && setupVerdict(setup.data.checks))}
          </Text>
        </div>
        {setup.error && (
          <FailureAlert
            title="The test couldn’t run"
            failure={setup.error.failure}
            onRetry={() => void setup.refetch()}
          />
        )}
        {signInFailed && replaced.length > 0 && <ReplacedSecretAlert replaced={replaced} />}
        {setup.data && (
          <Stack direction="column" gap={1.5}>
            {setup.data.checks.map(({ id, ...check }) => (
              <CheckStep key={id} title={checkTitles[id] ?? id} {...check} />
            ))}
          </Stack>
        )}
      </Stack>
    </section>
  );
}

function statusText(
  configured: boolean,
  isDirty: boolean,
  checking: boolean,
  verdict: keyof typeof headlines | undefined
): string {
  if (!configured) {
    return 'Save authentication first to check permissions.';
  }
  if (checking) {
    return 'Checking…';
  }
  const found = verdict ? headlines[verdict] : '';
  return isDirty ? [found, 'Changes are checked when you save'].filter(Boolean).join('. ') : found;
}
