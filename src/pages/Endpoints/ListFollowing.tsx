import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { RefreshControl } from '../../components/RefreshButton';
import { useNow } from '../../components/useTime';
import { useFollow, useLastRefresh, useRefresh } from '../../data/useFollow';
import { type EndpointRow } from '../../domain/list/row';
import { refreshText } from '../../domain/state/refreshText';
import { needsRefresh, seemsDecided } from '../../domain/state/status';

/** The refresh that all endpoints of the workspace share. */
export function ListFollowing({ rows }: { rows: EndpointRow[] }) {
  const styles = useStyles2(getStyles);
  const refresh = useRefresh();
  const last = useLastRefresh();
  const { failure } = useFollow();
  const now = useNow();
  const needed = rows.filter(({ status }) => needsRefresh(status));
  const probable = rows.filter(({ status }) => seemsDecided(status));
  const waiting = rows.filter(({ status }) => status === 'waiting');
  return (
    <section className={styles.refresh} aria-label="Refresh">
      <RefreshControl
        reason={reason(needed, probable, waiting)}
        last={
          failure ? `Couldn’t check for approvals. ${failure.message}` : refreshText(last.refresh, last.progress, now)
        }
        refresh={refresh}
        urgent={needed.length + probable.length > 0}
      />
    </section>
  );
}

function reason(needed: EndpointRow[], probable: EndpointRow[], waiting: EndpointRow[]): string {
  if (needed.length > 0) {
    return `${nameOrCount(needed, 'has a decision that isn’t', 'have decisions that aren’t')} active yet. Refresh to apply it to the managed network.`;
  }
  if (probable.length > 0) {
    return `${nameOrCount(probable, 'probably has', 'probably have')} a decision. Refresh to confirm.`;
  }
  const sync = 'Refresh applies approvals and rejections to the managed network.';
  return waiting.length > 0
    ? `${waiting.length.toLocaleString('en-US')} ${waiting.length === 1 ? 'request is' : 'requests are'} waiting for approval. ${sync}`
    : sync;
}

function nameOrCount(rows: EndpointRow[], one: string, many: string): string {
  const [first] = rows;
  return first && rows.length === 1
    ? `${first.endpoint.name} ${one}`
    : `${rows.length.toLocaleString('en-US')} endpoints ${many}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  refresh: css({
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
});
