import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { chosenInForcedColors } from './forcedColors';

interface Step<T extends string> {
  id: T;
  title: string;
  state: 'done' | 'current' | 'todo';
  reachable: boolean;
}

interface Props<T extends string> {
  label: string;
  steps: ReadonlyArray<Step<T>>;
  onOpen: (id: T) => void;
}

/** The steps of a flow: where one is, what is done, and the way to each that can be opened. */
export function StepList<T extends string>({ label, steps, onOpen }: Props<T>) {
  const styles = useStyles2(getStyles);
  return (
    <nav aria-label={label}>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const content = (
            <>
              <span className={cx(styles.mark, styles[step.state])} aria-hidden>
                {step.state === 'done' ? <Icon name="check" size="sm" /> : index + 1}
              </span>
              <span>{step.title}</span>
            </>
          );
          return (
            <li key={step.id} className={styles.item} aria-current={step.state === 'current' ? 'step' : undefined}>
              {step.reachable && step.state !== 'current' ? (
                <button type="button" className={cx(styles.step, styles.link)} onClick={() => onOpen(step.id)}>
                  {content}
                </button>
              ) : (
                <span className={cx(styles.step, step.state === 'current' ? styles.here : styles.later)}>
                  {content}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 0), listStyle: 'none', margin: 0, padding: 0 }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    '&:not(:last-child)::after': {
      content: '""',
      width: theme.spacing(4),
      margin: theme.spacing(0, 1),
      borderTop: `1px solid ${theme.colors.border.medium}`,
      [theme.breakpoints.down('sm')]: { width: theme.spacing(1) },
    },
  }),
  step: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), padding: theme.spacing(0.5, 0) }),
  link: css({
    border: 0,
    background: 'transparent',
    color: theme.colors.text.primary,
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
  }),
  here: css({ fontWeight: theme.typography.fontWeightMedium }),
  later: css({ color: theme.colors.text.secondary }),
  mark: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: theme.spacing(3),
    height: theme.spacing(3),
    // Forced colors show it, and take backgrounds away.
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.circle,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  done: css({ background: theme.colors.success.main, color: theme.colors.success.contrastText }),
  current: css({
    background: theme.colors.primary.main,
    color: theme.colors.primary.contrastText,
    ...chosenInForcedColors,
  }),
  todo: css({ borderColor: theme.colors.border.strong, color: theme.colors.text.secondary }),
});
