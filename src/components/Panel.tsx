import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  /** Where a button can lead to: `leadTo(id)`. */
  id?: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page with a title of its own. */
export function Panel({ title, id: anchor, actions, children }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id} id={anchor} tabIndex={anchor ? -1 : undefined}>
      <div className={styles.head}>
        <Text element="h2" variant="h5">
          <span id={id}>{title}</span>
        </Text>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Leads to a panel: into view, and with the focus. */
export function leadTo(id: string): void {
  const panel = document.getElementById(id);
  panel?.scrollIntoView({ behavior: 'smooth' });
  panel?.focus({ preventScroll: true });
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    overflowWrap: 'anywhere',
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: theme.spacing(theme.components.height.sm),
  }),
});
