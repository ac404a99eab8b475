import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useLayoutEffect, useRef } from 'react';
import { RefreshButton } from '../../components/RefreshButton';
import { useNow } from '../../components/useTime';
import { type Refresh, useFollow, useLastRefresh } from '../../data/useFollow';
import { type EndpointRow } from '../../domain/list/row';
import { refreshReason } from '../../domain/state/refreshReason';
import { refreshText } from '../../domain/state/refreshText';
import { needsRefresh, seemsDecided } from '../../domain/state/status';

/** True while a refresh would change something, or it isn't known whether one would. */
export function useIsRefreshDue(rows: readonly EndpointRow[]): boolean {
  const { failure } = useFollow();
  return failure !== undefined || rows.some(({ status }) => needsRefresh(status) || seemsDecided(status));
}

interface Props {
  refresh: Refresh;
}

/** Says above the list, in one line, what a refresh is due for, whether it comes automatically, and starts it. */
export function RefreshBanner({ rows, refresh }: Props & { rows: readonly EndpointRow[] }) {
  const styles = useStyles2(getStyles);
  const { data, failure } = useFollow();
  const banner = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = banner.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        // The button goes when there is nothing left to refresh: the keyboard goes on from the list.
        element.parentElement?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
      }
    };
  }, []);
  const text = failure
    ? `Couldn’t check for approvals. ${failure.message}`
    : refreshReason(rows, data?.refresh.error ? 'off' : data?.refresh.automatic);
  return (
    <section ref={banner} className={styles.banner} aria-label="Refresh">
      <span className={styles.text}>{text}</span>
      <RefreshButton {...refresh} variant="primary" size="sm" />
    </section>
  );
}

/** Says below the list when it was last refreshed, and whether that happens automatically, and starts one all the same. */
export function LastRefresh({ refresh }: Props) {
  const styles = useStyles2(getStyles);
  const last = useLastRefresh();
  const now = useNow();
  return (
    <section className={styles.last} aria-label="Refresh">
      <span className={styles.text}>
        <Text color="secondary" variant="bodySmall">
          {refreshText(last.refresh, last.progress, now)}
        </Text>
      </span>
      <RefreshButton {...refresh} variant="secondary" size="sm" />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const row = {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  } as const;
  return {
    banner: css({
      ...row,
      padding: theme.spacing(0.75, 1.5),
      border: `1px solid ${theme.colors.warning.border}`,
      borderRadius: theme.shape.radius.default,
      background: theme.colors.warning.transparent,
    }),
    last: css(row),
    text: css({ flex: `1 1 ${theme.spacing(30)}`, overflowWrap: 'anywhere' }),
  };
};
