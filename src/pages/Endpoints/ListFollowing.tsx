import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { ActivityList } from '../../components/ActivityList';
import { RefreshControl } from '../../components/RefreshControl';
import { useNow } from '../../components/useNow';
import { type ActivityItem } from '../../data/activity';
import { tellLastRefresh } from '../../data/lastRefresh';
import { dismissOperation } from '../../data/operations';
import { useRefresh } from '../../data/useRefresh';
import { cancelWrite } from '../../data/writeQueue';
import { type EndpointRow } from '../../domain/list/row';
import { needsRefresh, seemsDecided } from '../../domain/state/status';

interface Props {
  workspaceId: string;
  activity: ActivityItem[];
  rows: EndpointRow[];
  /** The workspace's tier is not known to have no endpoints. */
  canHaveSome: boolean;
}

/** What runs on the workspace, and the refresh that all its endpoints share, which tells of its good end itself. */
export function ListFollowing({ workspaceId, activity, rows, canHaveSome }: Props) {
  const styles = useStyles2(getStyles);
  const now = useNow();
  const refresh = useRefresh(workspaceId);
  const needed = rows.filter(({ status }) => needsRefresh(status)).length;
  const likely = rows.filter(({ status }) => seemsDecided(status)).length;
  const waiting = rows.filter(({ status }) => status === 'waiting').length;
  return (
    <>
      <ActivityList
        items={activity.filter(({ kind, status }) => !(kind === 'refresh' && status === 'succeeded'))}
        onDismiss={(id) => dismissOperation(workspaceId, id)}
        onCancel={(id) => cancelWrite(workspaceId, id)}
      />
      {(canHaveSome || rows.length > 0) && (
        <section className={styles.refresh} aria-label="Refresh">
          <RefreshControl
            reason={reason(needed, likely, waiting)}
            last={tellLastRefresh(refresh.last, now)}
            busy={refresh.busy}
            urgent={needed + likely > 0}
            byItself={refresh.byItself}
            onStart={refresh.start}
            onByItself={refresh.setByItself}
          />
        </section>
      )}
    </>
  );
}

function reason(needed: number, likely: number, waiting: number): string {
  const sync = 'A refresh syncs the network of the workspace with what the owners of the targets decided.';
  if (needed > 0) {
    return `${count(needed, 'endpoint has', 'endpoints have')} a decision that the network of the workspace doesn’t know yet. ${sync}`;
  }
  if (likely > 0) {
    return `${count(likely, 'owner seems', 'owners seem')} to have decided, and only a refresh shows whether it is so. ${sync}`;
  }
  return waiting > 0 ? `${count(waiting, 'request waits', 'requests wait')} for a decision. ${sync}` : sync;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  refresh: css({
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
});
