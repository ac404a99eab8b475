import { Text } from '@grafana/ui';
import React from 'react';
import { Quote } from '../../components/Quote';
import { CopyValue } from '../../components/CopyValue';
import { type Fact, FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { TagChips } from '../../components/TagChips';
import { TextLink } from '../../components/links';
import { useNow } from '../../components/useNow';
import { useWorkspace } from '../../data/workspace';
import { ageMs, agoText } from '../../domain/age';
import { type Endpoint } from '../../domain/endpoint';
import { ownersWords } from '../../domain/state/ownersWords';
import { portalLink } from '../../domain/portal';

/** The endpoint as a resource in Azure: its states as Azure tells them, its tags, and who made it when. */
export function RecordFacts({ endpoint }: { endpoint: Endpoint }) {
  const { data: workspace } = useWorkspace();
  const now = useNow();
  const { provisioningState, connectionState, location, tags } = endpoint;
  const words = ownersWords(endpoint);
  const portal = workspace ? portalLink(workspace, workspace.id, 'networking') : '';
  const facts: Fact[] = [
    { term: 'Connection state', content: connectionState, empty: 'Unknown' },
    { term: 'Provisioning state', content: provisioningState, empty: 'Unknown' },
    {
      term: 'Owner comment',
      content: words && <Quote>{words}</Quote>,
    },
    { term: 'Tags', content: Object.keys(tags).length > 0 && <TagChips tags={tags} /> },
    { term: 'Location', content: location, empty: 'Unknown' },
    { term: 'Created', content: moment(endpoint.createdAt, endpoint.createdBy, now), empty: 'Unknown' },
    { term: 'Last changed', content: moment(endpoint.lastModifiedAt, endpoint.lastModifiedBy, now), empty: 'Unknown' },
    { term: 'Resource ID', content: endpoint.id && <CopyValue value={endpoint.id} what="resource ID" /> },
  ];
  return (
    <Panel
      title="In Azure"
      actions={
        portal && (
          <TextLink href={portal} inline variant="bodySmall">
            Open in Azure portal
          </TextLink>
        )
      }
    >
      <FactList facts={facts} />
      <Text element="p" color="secondary" variant="bodySmall">
        You can change tags and, for private link services, the domain name. To change anything else, delete the
        endpoint and request it again.
      </Text>
    </Panel>
  );
}

function moment(timestamp: string, who: string, now: number) {
  const age = ageMs(timestamp, now);
  if (age === undefined) {
    return who && `By ${who}`;
  }
  return (
    <>
      <time dateTime={timestamp}>{new Date(timestamp).toLocaleString()}</time>, {agoText(now - age, now)}
      {who && ` by ${who}`}
    </>
  );
}
