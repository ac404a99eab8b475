import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Tooltip, useStyles2 } from '@grafana/ui';
import React from 'react';

/** Says on every page that this is not Grafana. */
export function PreviewLabel() {
  const styles = useStyles2(getStyles);
  const explanation = `This page imitates Grafana with the packages of Grafana ${config.buildInfo.version}.`;
  return (
    <Tooltip content={explanation}>
      <span className={styles.label}>Development preview</span>
    </Tooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
