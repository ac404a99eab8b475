import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { SpokenStatus } from './SpokenStatus';
import { useNow } from './useTime';
import { agoText } from '../domain/age';

interface Props {
  /** Milliseconds; 0 before the first answer. */
  readAt: number;
  reading: boolean;
  onReload: () => void;
}

/**
 * When what the page shows was last read, and a way to read it again. Pages that follow Azure read by themselves every few
 * seconds: only a reload that someone asked for shows and is announced.
 */
export function ReadStatus({ readAt, reading, onReload }: Props) {
  const now = useNow();
  const styles = useStyles2(getStyles);
  const [isAsked, setIsAsked] = useState(false);
  const isLoading = reading && (isAsked || readAt === 0);
  const wasReading = useRef(reading);
  useEffect(() => {
    if (wasReading.current && !reading) {
      setIsAsked(false);
    }
    wasReading.current = reading;
  }, [reading]);
  const reload = () => {
    if (!isLoading) {
      setIsAsked(true);
      onReload();
    }
  };
  return (
    <Stack direction="row" alignItems="center" gap={1}>
      <span className={styles.when}>
        <Text color="secondary" variant="bodySmall">
          {isLoading ? 'Loading…' : readAt > 0 ? `Updated ${agoText(readAt, Math.max(now, readAt))}` : ''}
        </Text>
      </span>
      <SpokenStatus>{isAsked && isLoading && 'Loading…'}</SpokenStatus>
      <Button
        variant="secondary"
        size="sm"
        onClick={reload}
        aria-disabled={isLoading}
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
