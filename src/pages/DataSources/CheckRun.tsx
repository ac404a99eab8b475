import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { CheckSteps } from '../../components/CheckSteps';
import { FailureAlert } from '../../components/FailureAlert';
import { LinkButton } from '../../components/links';
import { Panel } from '../../components/Panel';
import { PathPicture } from '../../components/PathPicture';
import { CONFIG_PATH } from '../../constants';
import { useCheck } from '../../data/useCheck';
import { useKnownPlace, useWorkspace } from '../../data/workspace';
import { canBeMadePrivate } from '../../domain/advice/networkPath';
import { type CheckFacts, type CheckStepId } from '../../domain/check/checkStep';
import { pathPicture } from '../../domain/check/pathPicture';
import { checkSummary, isPublicOnPurpose } from '../../domain/check/runCheck';
import { proposeFill } from '../../domain/fillIn/proposeFill';
import { type HealthAnswer } from '../../domain/health/healthAnswer';
import { showHidden } from '../../domain/outsideText';
import { portalLink } from '../../domain/portal';
import { endpointPath, fillInPath, makePrivatePath } from '../../paths';
import { EndpointChoice } from './EndpointChoice';
import { SettingsButton } from './SettingsButton';

interface Props {
  uid: string;
  endpoint: string;
}

/** Runs the check and shows it: the whole in one sentence, then step by step. */
export function CheckRun({ uid, endpoint }: Props) {
  const { facts, health, steps, failure, again } = useCheck({ uid, endpoint });
  const { insideManagedNetwork } = useKnownPlace();
  const failed = steps?.find(({ outcome }) => outcome === 'failed');
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
      {facts && !isPublicOnPurpose(facts) && <CheckedPath facts={facts} health={health} />}
      {failed && <CheckActions step={failed.id} facts={facts} />}
      {steps && <CheckSteps steps={steps} actionsFor={(id) => <CheckActions step={id} facts={facts} />} />}
      <Text element="p" color="secondary" variant="bodySmall">
        {insideManagedNetwork
          ? 'The health check runs in the workspace’s Grafana, inside the managed network.'
          : 'The health check runs in this Grafana, outside the workspace’s managed network.'}
      </Text>
    </Panel>
  );
}

interface CheckedPathProps {
  facts: NonNullable<ReturnType<typeof useCheck>['facts']>;
  health: HealthAnswer | undefined;
}

/** Where it breaks between data source and target. */
function CheckedPath({ facts, health }: CheckedPathProps) {
  const { settingsHref } = useKnownPlace();
  const { data: workspace } = useWorkspace();
  const { dataSource, endpoint } = facts;
  return (
    <PathPicture
      picture={pathPicture({ ...facts, health })}
      hrefs={{
        dataSource: dataSource && settingsHref(dataSource.uid),
        address: endpoint && fillInPath(endpoint.name, dataSource?.uid),
        endpoint: endpoint && endpointPath(endpoint.name),
        target: endpoint && workspace && portalLink(workspace, endpoint.targetId),
      }}
    />
  );
}

/** One of the two alone is the page's own title. */
function titleOf(facts: ReturnType<typeof useCheck>['facts'], asked: string): string {
  const endpoint = facts?.endpoint?.name ?? asked;
  const dataSource = facts?.dataSource && showHidden(facts.dataSource.name);
  return dataSource && endpoint ? `${dataSource} through ${endpoint}` : 'Result';
}

interface CheckActionsProps {
  step: CheckStepId;
  facts: ReturnType<typeof useCheck>['facts'];
}

/** One click to the next thing to do at a step. */
function CheckActions({ step, facts }: CheckActionsProps) {
  const endpoint = facts?.endpoint?.name ?? '';
  const uid = facts?.dataSource?.uid ?? '';
  const aboutEndpoint = ['provisioned', 'approved', 'refreshed', 'health'].includes(step);
  return (
    <Stack direction="row" wrap="wrap" alignItems="center" gap={1}>
      {step === 'address' && <AddressActions facts={facts} />}
      {step === 'connection' && fillingHelps(facts) && <FillInButton endpoint={endpoint} uid={uid} />}
      {['address', 'connection', 'health'].includes(step) && uid !== '' && (
        <SettingsButton uid={uid} label="Open data source" />
      )}
      {aboutEndpoint && endpoint !== '' && (
        <LinkButton size="sm" variant={step === 'health' ? 'secondary' : 'primary'} href={endpointPath(endpoint)}>
          Open {endpoint}
        </LinkButton>
      )}
    </Stack>
  );
}

/** True where the address would get another host, such as the name in place of the IP. */
function fillingHelps(facts: CheckActionsProps['facts']): boolean {
  const { endpoint, dataSource, target } = facts ?? {};
  return (
    endpoint !== undefined &&
    dataSource !== undefined &&
    proposeFill({ endpoint, dataSource, target, host: '', unsafeNumbers: false }).kind === 'change'
  );
}

function FillInButton({ endpoint, uid }: { endpoint: string; uid: string }) {
  return (
    <LinkButton size="sm" icon="plug" href={fillInPath(endpoint, uid)}>
      Use {endpoint}
    </LinkButton>
  );
}

function AddressActions({ facts: { dataSource, endpoint } = {} }: { facts: Partial<CheckFacts> | undefined }) {
  if (!dataSource) {
    return null;
  }
  const { uid } = dataSource;
  if (endpoint) {
    return <FillInButton endpoint={endpoint.name} uid={uid} />;
  }
  return (
    <>
      {canBeMadePrivate(dataSource, []) && (
        <LinkButton size="sm" icon="plus" href={makePrivatePath(uid)}>
          Make private
        </LinkButton>
      )}
      <EndpointChoice dataSource={dataSource} />
    </>
  );
}
