import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { Panel } from '../../components/Panel';
import { RefreshControl } from '../../components/RefreshButton';
import { useNow } from '../../components/useTime';
import { useUses } from '../../data/dataSources';
import { useLastRefresh, useRefresh, useTargetView } from '../../data/useFollow';
import { type DataSourcePlace, usePlace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type Use } from '../../domain/matching/matchAll';
import { refreshText } from '../../domain/state/refreshText';
import { type EndpointStatus, isEndpointReady, needsRefresh, seemsDecided, statusOf } from '../../domain/state/status';
import { DataSourcesPanel } from './DataSourcesPanel';
import { type Dependent } from './DeleteEndpoint';
import { ConnectionFacts, RecordFacts, UnknownProperties } from './EndpointFacts';
import { ApprovalRequest } from './ApprovalRequest';
import { StatePanel } from './StatePanel';
import { TargetViewPanel } from './TargetViewPanel';

interface Props {
  endpoint: Endpoint;
  /** Milliseconds since 1970. */
  readAt: number;
  reading: boolean;
  onRead: () => void;
}

/** All that is known of an endpoint: what its state means first, then what it is, then the two views of it. */
export function EndpointDetails({ endpoint, readAt, reading, onRead }: Props) {
  const styles = useStyles2(getStyles);
  const target = useTargetView(endpoint);
  const status = statusOf(endpoint, target.view);
  const place = usePlace();
  const used = useUses(endpoint);

  return (
    <>
      <StatePanel
        endpoint={endpoint}
        status={status}
        view={target.view}
        readAt={readAt}
        reading={reading || target.isReading}
        onRead={() => {
          onRead();
          void target.readAgain();
          used.readAgain();
        }}
        dependents={dependentsOf(endpoint, used.uses, place)}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <ConnectionFacts endpoint={endpoint} />
          <RecordFacts endpoint={endpoint} />
          <UnknownProperties extra={endpoint.extra} />
        </div>
        <div className={styles.column}>
          <ApprovalRequest endpoint={endpoint} status={status} view={target.view} />
          <DataSourcesPanel endpoint={endpoint} used={used} />
          <RefreshPanel status={status} />
          <TargetViewPanel endpoint={endpoint} target={target} />
        </div>
      </div>
    </>
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

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(54)}), 1fr))`,
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
  column: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});

const reasons = {
  needed: 'The resource owner has decided. Refresh to apply the decision to the managed network.',
  probable: 'The resource owner has probably decided. Refresh to confirm. A refresh has no other effects.',
  waiting: 'After approval, refresh to apply it to the managed network and get the private IP.',
  other: 'Refresh applies approvals and rejections to the managed network.',
};

/** Refreshing the workspace, seen from one endpoint. */
function RefreshPanel({ status }: { status: EndpointStatus }) {
  const refresh = useRefresh();
  const last = useLastRefresh();
  const why = needsRefresh(status)
    ? 'needed'
    : seemsDecided(status)
      ? 'probable'
      : status === 'waiting'
        ? 'waiting'
        : 'other';
  return (
    <Panel title="Refresh">
      <RefreshControl
        reason={reasons[why]}
        last={refreshText(last.refresh, last.progress, useNow())}
        refresh={refresh}
        urgent={false}
      />
    </Panel>
  );
}
