import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { LifeLine } from '../../components/LifeLine';
import { TextLink } from '../../components/links';
import { OutsideText } from '../../components/OutsideText';
import { PathPicture } from '../../components/PathPicture';
import { ReadStatus } from '../../components/ReadStatus';
import { StatusBadge } from '../../components/StatusBadge';
import { useNow } from '../../components/useTime';
import { useActivity } from '../../data/useActivity';
import { useLastOperation } from '../../data/useChange';
import { useLastRefresh } from '../../data/useFollow';
import { type DataSourcePlace, usePlace, useWorkspace } from '../../data/workspace';
import { pathPicture } from '../../domain/check/pathPicture';
import { type Endpoint } from '../../domain/endpoint';
import { type KnownView } from '../../domain/following';
import { type Use } from '../../domain/matching/matchAll';
import { portalLink } from '../../domain/portal';
import { lifeOf, loggedReason } from '../../domain/state/lifeline';
import { stateWords, type Tone } from '../../domain/state/stateWords';
import { type EndpointStatus, isEndpointReady } from '../../domain/state/status';
import { isUnusual, workingFor, workingSince } from '../../domain/state/workingFor';
import { checkPath, fillInPath } from '../../paths';
import { type Dependent } from './DeleteEndpoint';
import { EndpointActions, STATE } from './EndpointActions';

interface Props {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
  readAt: number;
  reading: boolean;
  onRead: () => void;
  /** The request can be approved or rejected from here. */
  canDecide: boolean;
  /** Data sources that use it; undefined where that isn't known. */
  uses: Use[] | undefined;
}

/** The state in words, the network path with its break, what can be done about it, and how the request got there. */
export function StatePanel({ endpoint, status, view, readAt, reading, onRead, canDecide, uses }: Props) {
  const { label, tone, meaning, next } = stateWords(status, endpoint);
  const styles = useStyles2(getStyles, tone);
  const now = useNow();
  const place = usePlace();
  const { refresh, progress } = useLastRefresh();
  const { activity, error } = useActivity(endpoint.name);
  const log = { activity, isForbidden: error?.failure.code === 'azure_forbidden' };
  const working = workingFor(status, endpoint, now);
  const isSlow = isUnusual(workingSince(status, endpoint, now) ?? 0);
  return (
    <section className={styles.panel} aria-label="State" id={STATE} tabIndex={-1}>
      <div className={styles.row}>
        <StatusBadge label={label} tone={tone} />
        <ReadStatus readAt={readAt} reading={reading} onReload={onRead} />
      </div>
      <div>
        <Text element="p" variant="h5">
          {meaning}
        </Text>
        <Text element="p" color="secondary">
          {[next, working].filter(Boolean).join(' ')} {isSlow && <ActivityLogLink />}
        </Text>
      </div>
      <EndpointPath endpoint={endpoint} view={view} uses={uses} place={place} />
      {status === 'failed' && <Reason endpoint={endpoint} logged={loggedReason(activity, endpoint.name)} />}
      <EndpointActions
        endpoint={endpoint}
        status={status}
        canDecide={canDecide}
        dependents={dependentsOf(endpoint, uses, place)}
      />
      <LifeLine steps={lifeOf({ endpoint, status, view, refresh, progress, log, uses: uses?.length, now })} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2, tone: Tone) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderLeft: `${theme.spacing(0.5)} solid ${edge(theme, tone)}`,
    borderRadius: theme.shape.radius.default,
  }),
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    alignItems: 'center',
  }),
});

function edge({ colors }: GrafanaTheme2, tone: Tone): string {
  return tone === 'neutral' ? colors.border.strong : colors[tone].border;
}

interface EndpointPathProps extends Pick<Props, 'endpoint' | 'view' | 'uses'> {
  place: DataSourcePlace | undefined;
}

/** The path over this endpoint: of the data source that uses it, or of those that do. */
function EndpointPath({ endpoint, view, uses, place }: EndpointPathProps) {
  const { data: workspace } = useWorkspace();
  const users = uses?.map(({ dataSource }) => dataSource);
  const [dataSource] = users ?? [];
  const nothing = { target: undefined, health: undefined, insideManagedNetwork: true };
  const picture = pathPicture({ ...nothing, endpoint, view, dataSource, users });
  return (
    <PathPicture
      picture={picture}
      hrefs={{
        dataSource:
          dataSource && users?.length === 1 ? place?.settingsHref(dataSource.uid) : checkPath('', endpoint.name),
        address: fillInPath(endpoint.name, users?.length === 1 ? dataSource?.uid : undefined),
        target: workspace && portalLink(workspace, endpoint.targetId),
      }}
    />
  );
}

/** What a deletion would break; undefined where the data sources aren't known. */
function dependentsOf(
  endpoint: Endpoint,
  uses: Use[] | undefined,
  place: DataSourcePlace | undefined
): Dependent[] | undefined {
  // What only may use an endpoint doesn't break with one that never worked.
  const counted = isEndpointReady(endpoint) ? uses : uses?.filter(({ match }) => match.by !== 'alias');
  return (
    place &&
    counted?.map(({ dataSource: { uid, name }, match }) => ({
      uid,
      name,
      certain: match.by !== 'alias',
      href: place.settingsHref(uid),
    }))
  );
}

/** Azure's reason for a failure: of a change that was started on this page, or as the activity log has it. */
function Reason({ endpoint, logged }: { endpoint: Endpoint; logged: string }) {
  const error = useLastOperation(endpoint.name)?.error;
  const known = error ? [error.message, error.cause].filter(Boolean).join(' ') : logged;
  return (
    <Text element="p">
      Reason: {known ? <OutsideText>{known}</OutsideText> : 'See the workspace’s activity log (90 days).'}{' '}
      {!known && <ActivityLogLink />}
    </Text>
  );
}

/** To the workspace's activity log in the Azure portal, where that is known. */
function ActivityLogLink() {
  const { data: workspace } = useWorkspace();
  const log = workspace ? portalLink(workspace, workspace.id, 'eventlogs') : '';
  return (
    log && (
      <TextLink href={log} inline>
        Open activity log
      </TextLink>
    )
  );
}
