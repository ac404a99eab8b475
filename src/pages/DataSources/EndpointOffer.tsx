import { Alert, Text } from '@grafana/ui';
import React from 'react';
import { CopyValue } from '../../components/CopyValue';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { TargetName } from '../../components/TargetName';
import { TextLink } from '../../components/links';
import { kindLabel } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { endpointHosts } from '../../domain/fillIn/endpointHosts';
import { nameOfTarget, type Target } from '../../domain/target';
import { isEndpointReady, statusOf } from '../../domain/state/status';
import { stateWords } from '../../domain/state/stateWords';
import { endpointPath } from '../../paths';

interface Props {
  endpoint: Endpoint;
  target: Target | undefined;
}

/** What the endpoint offers as an address, and whether it can be used already. */
export function EndpointOffer({ endpoint, target }: Props) {
  const { source, names, wildcard, ip } = endpointHosts(endpoint, target);
  const { label, meaning } = stateWords(statusOf(endpoint), endpoint);
  return (
    <Panel title="Private endpoint">
      {!isEndpointReady(endpoint) && (
        <Alert severity="info" title={`Not ready: ${label}`}>
          <Text element="p">{meaning} You can plan the update now and apply it when the endpoint is ready.</Text>
          <TextLink href={endpointPath(endpoint.name)} inline>
            View next step for {endpoint.name}
          </TextLink>
        </Alert>
      )}
      <FactList
        facts={[
          {
            term: 'Target resource',
            content: (
              <TargetName
                targetId={endpoint.targetId}
                name={nameOfTarget(endpoint.targetId)}
                kind={kindLabel(endpoint.targetId, endpoint.subResources)}
                workspace={undefined}
              />
            ),
          },
          {
            term: source === 'service' ? 'Host name' : 'Domain name',
            content: [...names, wildcard].filter(Boolean).map((name) => (
              <div key={name}>
                <CopyValue value={name} what={name === wildcard ? 'wildcard domain name' : 'host name'} />
              </div>
            )),
          },
          { term: 'Private IP', content: ip && <CopyValue value={ip} what="private IP" /> },
        ].filter(({ content }) => (Array.isArray(content) ? content.length > 0 : content))}
      />
      {source === 'service' && (
        <Text element="p" color="secondary">
          Azure services keep their host name. Inside the managed network, it resolves to the private endpoint, so data
          sources that already use it need no change.
        </Text>
      )}
      {source === 'none' && (
        <Text element="p" color="secondary">
          There is no URL to update. The resources in the private link scope determine what uses the private link.
        </Text>
      )}
    </Panel>
  );
}
