import { Button, Text } from '@grafana/ui';
import React from 'react';
import { CheckSteps } from '../../components/CheckSteps';
import { FailureAlert } from '../../components/FailureAlert';
import { Panel } from '../../components/Panel';
import { CONFIG_PATH } from '../../constants';
import { useCheck } from '../../data/useCheck';
import { useKnownPlace } from '../../data/workspace';
import { checkSummary } from '../../domain/check/runCheck';
import { CheckActions } from './CheckActions';

interface Props {
  uid: string;
  endpoint: string;
}

/** Runs the check and shows it: the whole in one sentence, then step by step. */
export function CheckRun({ uid, endpoint }: Props) {
  const { facts, steps, failure, again } = useCheck({ uid, endpoint });
  const { insideManagedNetwork } = useKnownPlace();
  const running = !failure && (!steps || steps.some(({ outcome }) => outcome === 'running'));
  return (
    <Panel
      title={titleOf(facts, endpoint)}
      actions={
        <Button
          size="sm"
          variant="secondary"
          icon={running ? 'spinner' : 'sync'}
          aria-busy={running}
          onClick={() => !running && again()}
        >
          {running ? 'Testing…' : 'Test again'}
        </Button>
      }
    >
      <div role="status">
        {!failure && (
          <Text element="p" variant="h5">
            {steps ? checkSummary(steps) : 'Loading…'}
          </Text>
        )}
      </div>
      {failure && (
        <FailureAlert title="The test couldn’t run" failure={failure} onRetry={again} settingsHref={CONFIG_PATH} />
      )}
      {steps && <CheckSteps steps={steps} actionsFor={(id) => <CheckActions step={id} facts={facts} />} />}
      <Text element="p" color="secondary" variant="bodySmall">
        {insideManagedNetwork
          ? 'The health check runs in the workspace’s Grafana, inside the managed network.'
          : 'The health check runs in this Grafana, outside the workspace’s managed network.'}
      </Text>
    </Panel>
  );
}

function titleOf(facts: ReturnType<typeof useCheck>['facts'], asked: string): string {
  const endpoint = facts?.endpoint?.name ?? asked;
  const dataSource = facts?.dataSource?.name;
  if (!dataSource) {
    return endpoint || 'Check';
  }
  return endpoint ? `${dataSource} over ${endpoint}` : dataSource;
}
