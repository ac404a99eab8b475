import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { CopyValue } from '../../components/CopyValue';
import { Disclosure } from '../../components/Disclosure';
import { type Fact, FactList } from '../../components/FactList';
import { TextLink } from '../../components/links';
import { OutsideText } from '../../components/OutsideText';
import { Panel } from '../../components/Panel';
import { Quote } from '../../components/Quote';
import { useNow } from '../../components/useTime';
import { type useTargetView } from '../../data/useFollow';
import { useWorkspace } from '../../data/workspace';
import { ageMs, agoText } from '../../domain/age';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { type JsonObject } from '../../domain/json';
import { portalLink } from '../../domain/portal';
import { ownerComment } from '../../domain/state/ownerComment';
import { isPast, type MatchGrade, statusOf } from '../../domain/state/status';
import { exportPath } from '../../paths';

interface Props {
  endpoint: Endpoint;
  target: ReturnType<typeof useTargetView>;
}

/** The endpoint as Azure describes it, and its connection on the target. */
export function EndpointFacts({ endpoint, target }: Props) {
  const { data: workspace } = useWorkspace();
  const portal = workspace ? portalLink(workspace, workspace.id, 'networking') : '';
  return (
    <Panel
      title="Details"
      actions={
        <Stack direction="row" wrap="wrap" gap={2}>
          <TextLink href={exportPath(endpoint.name)} inline variant="bodySmall">
            Export as code
          </TextLink>
          {portal && (
            <TextLink href={portal} inline variant="bodySmall">
              Open in Azure portal
            </TextLink>
          )}
        </Stack>
      }
    >
      <FactList facts={[...addressFacts(endpoint), ...targetFacts(target), ...resourceFacts(endpoint, useNow())]} />
      {target.failure && <Unread failure={target.failure} />}
      <Text element="p" color="secondary" variant="bodySmall">
        You can change tags and, for private link services, the domain name. To change anything else, delete the
        endpoint and request it again.
      </Text>
    </Panel>
  );
}

/** Where the endpoint leads, and how it is reached. */
function addressFacts(endpoint: Endpoint): Fact[] {
  const { targetId, targetRegion, subResources, domainName, privateIp, requestMessage } = endpoint;
  return [
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
      empty: isPast(statusOf(endpoint)) ? 'None' : 'Assigned after approval and refresh',
    },
    { term: 'Target resource ID', content: targetId && <CopyValue value={targetId} what="resource ID" /> },
    { term: 'Target region', content: targetRegion, empty: 'Unknown' },
    { term: 'Sub-resource', content: subResources.filter(Boolean).join(', ') },
    { term: 'Request message', content: requestMessage && <OutsideText>{requestMessage}</OutsideText> },
  ];
}

const grades: Record<MatchGrade, string> = { confirmed: 'Confirmed', probable: 'Probable', unknown: 'Unknown' };

/** The connection as the target describes it, and how sure it is that it is this endpoint's. */
function targetFacts({ view, isReading }: Props['target']): Fact[] {
  if (!view || view.error) {
    const empty = view ? 'Couldn’t be loaded' : isReading ? 'Loading…' : 'Not loaded yet';
    return [{ term: 'State on target', content: '', empty }];
  }
  const match = { term: 'Match', content: `${grades[view.grade]}. ${view.reason}` };
  return view.grade === 'unknown'
    ? [{ term: 'State on target', content: '', empty: 'Unknown' }, match]
    : [
        { term: 'State on target', content: view.status, empty: 'No state' },
        { term: 'Description on target', content: view.description && <Quote>{view.description}</Quote> },
        match,
        { term: 'Connection', content: view.connectionName },
      ];
}

/** The endpoint as a resource in Azure: its states as Azure tells them, its tags, and who changed it when. */
function resourceFacts(endpoint: Endpoint, now: number): Fact[] {
  const { id, provisioningState, connectionState, location, tags } = endpoint;
  const words = ownerComment(endpoint);
  return [
    { term: 'State in workspace', content: connectionState, empty: 'No state' },
    { term: 'Owner comment', content: words && <Quote>{words}</Quote> },
    { term: 'Provisioning state', content: provisioningState, empty: 'Unknown' },
    { term: 'Tags', content: Object.keys(tags).length > 0 && <TagChips tags={tags} /> },
    { term: 'Location', content: location, empty: 'Unknown' },
    { term: 'Created', content: moment(endpoint.createdAt, endpoint.createdBy, now), empty: 'Unknown' },
    { term: 'Last changed', content: moment(endpoint.lastModifiedAt, endpoint.lastModifiedBy, now), empty: 'Unknown' },
    { term: 'Resource ID', content: id && <CopyValue value={id} what="resource ID" /> },
  ];
}

/** Why the target's side is unknown: common, as targets often belong to others. */
function Unread({ failure: { message, hint, cause } }: { failure: Failure }) {
  return (
    <div>
      <Text element="p">Couldn’t load the target. Only the state in the workspace is known. {message}</Text>
      {(hint || cause) && (
        <Disclosure label="Details">
          {[hint, cause]
            .filter((detail) => detail !== undefined)
            .map((detail) => (
              <Text key={detail} element="p" variant="bodySmall">
                {detail}
              </Text>
            ))}
        </Disclosure>
      )}
    </div>
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
