import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

const CARDS = 5;

/** The room that resources take, while they are searched: what follows doesn't jump. */
export function TargetSkeleton() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.block} aria-hidden>
      {Array.from({ length: CARDS }, (_, card) => (
        <div key={card} className={styles.card} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  card: css({
    height: theme.spacing(8),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});
