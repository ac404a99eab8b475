import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { useNow } from './useTime';
import { agoText } from '../domain/age';

interface Props {
  /** Milliseconds; 0 before the first answer. */
  readAt: number;
  reading: boolean;
  onReload: () => void;
}

/** When what the page shows was last read, and a way to read it again. */
export function ReadStatus({ readAt, reading, onReload }: Props) {
  const now = useNow();
  const styles = useStyles2(getStyles);
  return (
    <Stack direction="row" alignItems="center" gap={1}>
      <span role="status" className={styles.when}>
        <Text color="secondary" variant="bodySmall">
          {reading ? 'Loading…' : readAt > 0 ? `Updated ${agoText(readAt, Math.max(now, readAt))}` : ''}
        </Text>
      </span>
      <Button
        variant="secondary"
        size="sm"
        onClick={onReload}
        disabled={reading}
        tooltip="Reload the data on this page. This doesn’t refresh the managed network."
      >
        Reload
      </Button>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Room for most of what it says, so that nothing beside it moves.
  when: css({ minWidth: theme.spacing(12), textAlign: 'right' }),
});
