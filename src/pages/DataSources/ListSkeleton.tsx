import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** The shape of the list while it is read, so that nothing jumps when it comes. */
export function ListSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.block} role="status" aria-label="Loading data sources">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({
    height: theme.spacing(7),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});
