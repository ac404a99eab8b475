import React from 'react';
import { LinkButton } from '../../components/links';
import { type useCheck } from '../../data/useCheck';
import { type CheckStepId } from '../../domain/check/checkStep';
import { proposeFill } from '../../domain/fillIn/proposeFill';
import { endpointPath, endpointsPath, fillInPath, newEndpointPath } from '../../paths';
import { SettingsButton } from './SettingsButton';

interface Props {
  step: CheckStepId;
  facts: ReturnType<typeof useCheck>['facts'];
}

/** One click to the next thing to do at a step. */
export function CheckActions({ step, facts }: Props) {
  const endpoint = facts?.endpoint?.name ?? '';
  const uid = facts?.dataSource?.uid ?? '';
  const aboutEndpoint = ['provisioned', 'approved', 'refreshed', 'health'].includes(step);
  return (
    <>
      {step === 'address' && <AddressActions endpoint={endpoint} uid={uid} />}
      {step === 'connection' && fillingHelps(facts) && <FillInButton endpoint={endpoint} uid={uid} />}
      {['address', 'connection', 'health'].includes(step) && uid !== '' && (
        <SettingsButton uid={uid} label="Open data source" />
      )}
      {aboutEndpoint && endpoint !== '' && (
        <LinkButton size="sm" variant={step === 'health' ? 'secondary' : 'primary'} href={endpointPath(endpoint)}>
          Open {endpoint}
        </LinkButton>
      )}
    </>
  );
}

/** True where the address would get another host, such as the name in place of the IP. */
function fillingHelps(facts: Props['facts']): boolean {
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

function AddressActions({ endpoint, uid }: { endpoint: string; uid: string }) {
  if (endpoint !== '') {
    return <FillInButton endpoint={endpoint} uid={uid} />;
  }
  return (
    <>
      <LinkButton size="sm" icon="plus" href={newEndpointPath()}>
        New private endpoint
      </LinkButton>
      <LinkButton size="sm" variant="secondary" href={endpointsPath}>
        Select another endpoint
      </LinkButton>
    </>
  );
}
