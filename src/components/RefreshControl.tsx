import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { RefreshButton } from './RefreshButton';

interface Props {
  /** Why, and what it does. */
  reason: string;
  /** When the last one was started, how it went, and whether it starts on its own. */
  last: string;
  refresh: Omit<ComponentProps<typeof RefreshButton>, 'variant' | 'size' | 'label'>;
  /** A refresh is what the page waits for. */
  urgent: boolean;
}

/** The one button that syncs the workspace's managed network, with the reason for it. */
export function RefreshControl({ reason, last, refresh, urgent }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <Text element="p">{reason}</Text>
        <Text element="p" color="secondary" variant="bodySmall">
          {last}
        </Text>
      </div>
      <RefreshButton {...refresh} variant={urgent ? 'primary' : 'secondary'} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1.5, 3),
  }),
  text: css({ flex: `1 1 ${theme.spacing(38)}`, maxWidth: theme.spacing(100) }),
});
