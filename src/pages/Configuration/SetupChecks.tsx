import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { CheckStep } from '../../components/CheckStep';
import { FailureAlert } from '../../components/FailureAlert';
import { useSetup } from '../../data/useSetup';
import { checkTitles, setupVerdict } from '../../domain/settings/setup';

const headlines = {
  ok: 'Everything needed is in place',
  warning: 'It works, with something to know',
  failed: 'Something is missing',
};

/** Whether the stored settings work, step by step in the order in which they depend on each other. */
export function SetupChecks({ configured }: { configured: boolean }) {
  const setup = useSetup(configured);
  return (
    <section aria-labelledby="setup-checks">
      <Stack direction="column" gap={2}>
        <Stack direction="row" justifyContent="space-between" alignItems="center">
          <Text element="h3" variant="h4">
            <span id="setup-checks">Check</span>
          </Text>
          {configured && (
            <Button
              icon="sync"
              size="sm"
              variant="secondary"
              disabled={setup.isFetching}
              onClick={() => void setup.refetch()}
            >
              Check again
            </Button>
          )}
        </Stack>
        <div role="status">
          <Text color="secondary">
            {statusText(configured, setup.isFetching, setup.data && setupVerdict(setup.data.checks))}
          </Text>
        </div>
        {setup.error && (
          <FailureAlert
            title="The check could not run"
            failure={setup.error.failure}
            onRetry={() => void setup.refetch()}
          />
        )}
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

function statusText(configured: boolean, checking: boolean, verdict: keyof typeof headlines | undefined): string {
  if (!configured) {
    return 'Save the sign-in first: what it can see and do is then checked here.';
  }
  if (checking) {
    return 'Asking Azure…';
  }
  return verdict ? headlines[verdict] : '';
}
