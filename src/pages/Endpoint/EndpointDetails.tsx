import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { useApproval } from '../../data/useApproval';
import { useUses } from '../../data/dataSources';
import { useTargetView } from '../../data/useFollow';
import { type Endpoint } from '../../domain/endpoint';
import { statusOf } from '../../domain/state/status';
import { DataSourcesPanel } from './DataSourcesPanel';
import { DecisionPanel } from './DecisionPanel';
import { EndpointFacts, UnknownProperties } from './EndpointFacts';
import { ApprovalRequest } from './ApprovalRequest';
import { StatePanel } from './StatePanel';

interface Props {
  endpoint: Endpoint;
  /** Milliseconds since 1970. */
  readAt: number;
  reading: boolean;
  onRead: () => void;
}

/** All that is known of an endpoint: its state and network path first, then what to do with it, then what it is. */
export function EndpointDetails({ endpoint, readAt, reading, onRead }: Props) {
  const styles = useStyles2(getStyles);
  const target = useTargetView(endpoint);
  const status = statusOf(endpoint, target.view);
  const used = useUses(endpoint);
  const approval = useApproval(endpoint, status, target.view);
  const canDecide = approval?.canDecide ?? false;

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
          approval?.readAgain();
        }}
        canDecide={canDecide}
        uses={used.uses}
      />
      {approval && <DecisionPanel endpoint={endpoint} approval={approval} />}
      <div className={styles.columns}>
        <ApprovalRequest endpoint={endpoint} status={status} view={target.view} canDecide={canDecide} />
        <DataSourcesPanel endpoint={endpoint} used={used} />
      </div>
      <EndpointFacts endpoint={endpoint} target={target} />
      <UnknownProperties extra={endpoint.extra} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(54)}), 1fr))`,
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
});
