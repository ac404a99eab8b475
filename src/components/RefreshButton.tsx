import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { type Waiting } from '../domain/changes/change';
import { type Failure } from '../domain/failure';
import { ChangeStatus } from './ChangeStatus';

interface Props {
  /** A refresh is being sent, waits or runs. */
  busy: boolean;
  waiting: Waiting | undefined;
  failure: Failure | undefined;
  start: () => void;
  cancel: () => void;
  variant: 'primary' | 'secondary';
  size?: 'sm' | 'md';
  /** What a screen reader says, where several stand on one page. */
  label?: string;
}

/** Syncs the workspace's managed network, and says where that isn't done. It keeps the focus while it is busy. */
export function RefreshButton({ busy, waiting, failure, start, cancel, variant, size, label }: Props) {
  return (
    <Stack direction="column" alignItems="flex-start" gap={waiting || failure ? 1 : 0}>
      <Button
        icon={busy ? 'spinner' : 'sync'}
        variant={variant}
        size={size}
        aria-label={busy ? undefined : label}
        aria-busy={busy}
        onClick={() => !busy && start()}
      >
        {busy ? 'Refreshing…' : 'Refresh'}
      </Button>
      <ChangeStatus waiting={waiting} failure={failure} cancel={cancel} title="Couldn’t refresh" />
    </Stack>
  );
}

interface RefreshControlProps {
  /** Why, and what it does. */
  reason: string;
  /** When the last one was started, how it went, and whether it starts on its own. */
  last: string;
  refresh: Omit<ComponentProps<typeof RefreshButton>, 'variant' | 'size' | 'label'>;
  /** A refresh is what the page waits for. */
  urgent: boolean;
}

/** The one button that syncs the workspace's managed network, with the reason for it. */
export function RefreshControl({ reason, last, refresh, urgent }: RefreshControlProps) {
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
