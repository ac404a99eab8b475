import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { CopyValue } from '../../components/CopyValue';
import { type Fact, FactList } from '../../components/FactList';
import { TextLink } from '../../components/links';
import { OutsideText } from '../../components/OutsideText';
import { Panel } from '../../components/Panel';
import { Quote } from '../../components/Quote';
import { TargetName } from '../../components/TargetName';
import { useNow } from '../../components/useTime';
import { useWorkspace } from '../../data/workspace';
import { ageMs, agoText } from '../../domain/age';
import { kindLabel, kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type JsonObject } from '../../domain/json';
import { portalLink } from '../../domain/portal';
import { ownerComment } from '../../domain/state/ownerComment';
import { nameOfTarget } from '../../domain/target';

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
    { term: 'Request message', content: requestMessage && <OutsideText>{requestMessage}</OutsideText> },
  ];
  return (
    <Panel title="Connection">
      <FactList facts={facts} />
    </Panel>
  );
}

/** The endpoint as a resource in Azure: its states as Azure tells them, its tags, and who made it when. */
export function RecordFacts({ endpoint }: { endpoint: Endpoint }) {
  const { data: workspace } = useWorkspace();
  const now = useNow();
  const { provisioningState, connectionState, location, tags } = endpoint;
  const words = ownerComment(endpoint);
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

/** What Azure says of the endpoint that this plugin has no name for, as it is: nothing is hidden. */
export function UnknownProperties({ extra }: { extra: JsonObject }) {
  if (Object.keys(extra).length === 0) {
    return null;
  }
  return (
    <Panel title="Other properties">
      <CodeBlock code={JSON.stringify(extra, null, 2)} label="unknown properties" />
    </Panel>
  );
}

/** Tags of an Azure resource, name and value. */
function TagChips({ tags }: { tags: Record<string, string> }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {Object.entries(tags).map(([name, value]) => (
        <li key={name} className={styles.tag}>
          <OutsideText>{value ? `${name}: ${value}` : name}</OutsideText>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), listStyle: 'none' }),
  tag: css({
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
