import { Text } from '@grafana/ui';
import React from 'react';
import { CopyValue } from '../../components/CopyValue';
import { type Fact, FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { TargetName } from '../../components/TargetName';
import { useWorkspace } from '../../data/workspace';
import { kindLabel, kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { nameOfTarget } from '../../domain/targetName';

/** Where the endpoint leads, and how it is reached. */
export function ConnectionFacts({ endpoint }: { endpoint: Endpoint }) {
  const { data: workspace } = useWorkspace();
  const { targetId, targetRegion, subResources, domainName, privateIp, requestMessage } = endpoint;
  const facts: Fact[] = [
    {
      term: 'Target',
      content: targetId && (
        <TargetName
          targetId={targetId}
          name={nameOfTarget(targetId)}
          kind={kindLabel(targetId, subResources)}
          workspace={workspace}
        />
      ),
      empty: 'Unknown',
    },
    { term: 'Target resource ID', content: targetId && <CopyValue value={targetId} what="resource ID" /> },
    { term: 'Target region', content: targetRegion, empty: 'Unknown' },
    { term: 'Sub-resource', content: subResources.filter(Boolean).join(', ') },
    {
      term: 'Domain name',
      content: domainName && <CopyValue value={domainName} what="domain name" />,
      empty:
        kindOfTarget(targetId)?.address === 'endpoint'
          ? 'Not set: data sources use the private IP'
          : 'Not used for this resource type',
    },
    {
      term: 'Private IP',
      content: privateIp && <CopyValue value={privateIp} what="private IP" />,
      empty: 'Assigned after approval and refresh',
    },
    { term: 'Request message', content: requestMessage && <Text>{requestMessage}</Text> },
  ];
  return (
    <Panel title="Connection">
      <FactList facts={facts} />
    </Panel>
  );
}
