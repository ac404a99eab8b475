import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Switch, Text, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { RefreshButton } from './RefreshButton';

interface Props {
  /** Why, and what it does. */
  reason: string;
  /** When the last one was started here and how it ended; '' for none. */
  last: string;
  busy: boolean;
  /** True where a refresh is what the page waits for. */
  urgent: boolean;
  byItself: boolean;
  onStart: () => void;
  onByItself: (on: boolean) => void;
}

/** The one button that syncs the workspace's network, with the reason for it. */
export function RefreshControl({ reason, last, busy, urgent, byItself, onStart, onByItself }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <Text element="p">{reason}</Text>
        <Text element="p" color="secondary" variant="bodySmall">
          {last || 'No refresh was started in this browser yet. Azure tells nobody about others.'}
        </Text>
      </div>
      <div className={styles.controls}>
        <RefreshButton busy={busy} variant={urgent ? 'primary' : 'secondary'} onStart={onStart} />
        <span className={styles.switch}>
          <label htmlFor={id}>Refresh by itself after a decision</label>
          <Switch id={id} value={byItself} onChange={(event) => onByItself(event.currentTarget.checked)} />
        </span>
      </div>
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
  controls: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  switch: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), '& > label': { margin: 0 } }),
});
