import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type LifeState, type LifeStep } from '../domain/state/lifeline';
import { Quote } from './Quote';
import { visuallyHidden } from './visuallyHidden';

const looks: Record<LifeState, { icon: IconName; word: string }> = {
  done: { icon: 'check-circle', word: 'done' },
  current: { icon: 'clock-nine', word: 'in progress' },
  todo: { icon: 'circle', word: 'not yet' },
  failed: { icon: 'exclamation-circle', word: 'failed' },
  unknown: { icon: 'question-circle', word: 'unknown' },
};

/** An endpoint's life in one line: what has happened, what comes next, and what is unknown. */
export function LifeLine({ steps }: { steps: readonly LifeStep[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.container}>
      <ol className={styles.line} aria-label="Progress of the request">
        {steps.map(({ id, title, state, detail, comment }) => (
          <li key={id} className={styles.step} aria-current={state === 'current' ? 'step' : undefined}>
            <span className={cx(styles.mark, styles[state])}>
              <Icon key={state} name={looks[state].icon} aria-hidden />
            </span>
            <div className={styles.text}>
              <span className={styles.title}>{title}</span>
              <span className={visuallyHidden}>, {looks[state].word}</span>
              {comment && <Quote>{comment}</Quote>}
              {detail && <span className={styles.detail}>{detail}</span>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

const narrow = '@container (max-width: 640px)';

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ containerType: 'inline-size' }),
  line: css({ display: 'flex', listStyle: 'none', margin: 0, padding: 0, [narrow]: { flexDirection: 'column' } }),
  step: css({
    flex: '1 1 0',
    minWidth: 0,
    position: 'relative',
    paddingRight: theme.spacing(1.5),
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      top: theme.spacing(1.25),
      left: theme.spacing(3),
      right: theme.spacing(0.5),
      borderTop: `1px solid ${theme.colors.border.medium}`,
    },
    [narrow]: {
      display: 'flex',
      gap: theme.spacing(1),
      paddingBottom: theme.spacing(1.5),
      '&:not(:last-child)::before': {
        top: theme.spacing(2.5),
        bottom: 0,
        left: theme.spacing(1),
        right: 'auto',
        borderLeft: `1px solid ${theme.colors.border.medium}`,
        borderTop: 0,
      },
    },
  }),
  mark: css({ display: 'flex', alignItems: 'center', height: theme.spacing(2.5) }),
  text: css({ display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  done: css({ color: theme.colors.success.text }),
  current: css({ color: theme.colors.warning.text }),
  todo: css({ color: theme.colors.text.disabled }),
  failed: css({ color: theme.colors.error.text }),
  unknown: css({ color: theme.colors.text.secondary }),
});
