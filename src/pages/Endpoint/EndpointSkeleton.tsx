import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** The shape of the page while the endpoint is read. */
export function EndpointSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.page} role="status" aria-label="Loading the endpoint">
      <div className={styles.state} />
      <div className={styles.columns}>
        <div className={styles.column} />
        <div className={styles.column} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const box = { background: theme.colors.background.secondary, borderRadius: theme.shape.radius.default };
  return {
    page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
    state: css({ ...box, height: theme.spacing(16) }),
    columns: css({
      display: 'grid',
      gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(50)}), 1fr))`,
      gap: theme.spacing(2),
    }),
    column: css({ ...box, height: theme.spacing(48) }),
  };
};
