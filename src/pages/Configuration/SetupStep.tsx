import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId } from 'react';

interface Props {
  number: number;
  title: string;
  isDone: boolean;
  /** Where the page leads when the step before is done. */
  titleRef?: React.Ref<HTMLSpanElement>;
  children: ReactNode;
}

/** A step of a set-up that stands on one page: its number or that it is done, its title, and what is to do. */
export function SetupStep({ number, title, isDone, titleRef, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <li className={styles.step}>
      <span className={cx(styles.mark, isDone ? styles.done : styles.todo)} aria-hidden>
        {isDone ? <Icon name="check" /> : number}
      </span>
      <section className={styles.body} aria-labelledby={id}>
        <Text element="h2" variant="h4">
          <span id={id} ref={titleRef} tabIndex={-1}>
            {title}
            {isDone && <span className="sr-only"> (done)</span>}
          </span>
        </Text>
        {children}
      </section>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(4)} minmax(0, 1fr)`,
    columnGap: theme.spacing(2),
    position: 'relative',
    paddingBottom: theme.spacing(4),
    // The line to the next step.
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      top: theme.spacing(4.5),
      bottom: theme.spacing(0.5),
      left: theme.spacing(2),
      borderLeft: `1px solid ${theme.colors.border.medium}`,
    },
  }),
  mark: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: theme.spacing(4),
    height: theme.spacing(4),
    // Forced colors show it, and take backgrounds away.
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.circle,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  done: css({ background: theme.colors.success.main, color: theme.colors.success.contrastText }),
  todo: css({ borderColor: theme.colors.border.strong, color: theme.colors.text.secondary }),
  body: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    paddingTop: theme.spacing(0.5),
    overflowWrap: 'anywhere',
    // Each part brings its own distance to what follows.
    '& fieldset': { marginBottom: 0 },
  }),
});
