import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  code: string;
  /** What it is, for screen readers and the button: "Azure CLI". */
  label: string;
}

/** Code to take elsewhere, with one button that copies all of it. */
export function CodeBlock({ code, label }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.block}>
      <div className={styles.copy}>
        <ClipboardButton icon="copy" variant="secondary" size="sm" getText={() => code} aria-label={`Copy ${label}`}>
          Copy
        </ClipboardButton>
      </div>
      <pre className={styles.code} aria-label={label}>
        {code}
      </pre>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.canvas,
  }),
  // The first lines stand beside it.
  copy: css({ float: 'right', marginLeft: theme.spacing(1) }),
  code: css({
    margin: 0,
    padding: theme.spacing(0.5, 1),
    border: 0,
    background: 'transparent',
    // Only the first lines make room for the button.
    overflow: 'visible',
    // Wrapped, not scrolled: a box that scrolls would have to be a stop for the keyboard.
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    // Grafana breaks code within words.
    wordBreak: 'normal',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
