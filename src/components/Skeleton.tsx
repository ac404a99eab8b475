import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';

interface Props {
  /** What is being loaded; left out where something else says so. */
  label?: string;
  rows: number;
  /** Of a row, in the theme's grid units; so are those of what stands above the rows. */
  height: number;
  above?: readonly number[];
}

/** The shape of a list while it is read, so that nothing jumps when it comes. */
export function Skeleton({ label, rows, height, above = [] }: Props) {
  const styles = useStyles2(getStyles);
  const { spacing } = useTheme2();
  return (
    <div className={styles.block} {...(label ? { role: 'status', 'aria-label': label } : { 'aria-hidden': true })}>
      {above.map((one, i) => (
        <div key={i} className={styles.row} style={{ height: spacing(one), marginBottom: spacing(1) }} />
      ))}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height: spacing(height) }} />
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({
    // Forced colors show it, and take backgrounds away.
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
});
