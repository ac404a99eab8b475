import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

const ROWS = 8;

/** The shape of the list while it is read, so that nothing jumps when it comes. */
export function EndpointListSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.block} role="status" aria-label="Loading private endpoints">
      <div className={styles.refresh} />
      <div className={styles.filters} />
      <div className={styles.filters} />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  refresh: css({
    height: theme.spacing(11),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    marginBottom: theme.spacing(1),
  }),
  filters: css({
    height: theme.spacing(theme.components.height.md),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    marginBottom: theme.spacing(1),
  }),
  row: css({
    height: theme.spacing(7),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});
