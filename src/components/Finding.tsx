import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, Spinner, Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Look {
  icon: IconName | 'spinner';
  word: string;
  color: 'success' | 'error' | 'warning' | 'secondary';
}

/** How the outcome of a check looks. */
export const looks = {
  passed: { icon: 'check-circle', word: 'Passed', color: 'success' },
  failed: { icon: 'exclamation-circle', word: 'Failed', color: 'error' },
  warning: { icon: 'exclamation-triangle', word: 'Warning', color: 'warning' },
  unknown: { icon: 'question-circle', word: 'Unknown', color: 'secondary' },
  skipped: { icon: 'minus-circle', word: 'Skipped', color: 'secondary' },
  running: { icon: 'spinner', word: 'Running', color: 'secondary' },
} satisfies Record<string, Look>;

interface Props {
  look: Look;
  title: string;
  children: ReactNode;
}

/** One finding of a check: what was looked at and how it went, then the rest in plain words. */
export function Finding({ look: { icon, word, color }, title, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.finding}>
      <Text color={color}>{icon === 'spinner' ? <Spinner inline /> : <Icon name={icon} aria-hidden />}</Text>
      <div className={styles.text}>
        <Text element="p" weight="medium">
          {title}{' '}
          <Text color={color} variant="bodySmall">
            {word}
          </Text>
        </Text>
        {children}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  finding: css({ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: theme.spacing(1) }),
  text: css({ overflowWrap: 'anywhere' }),
});
