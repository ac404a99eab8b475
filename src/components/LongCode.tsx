import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, ScrollContainer, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  code: string;
  /** What it is, for screen readers and the button: "Azure CLI". */
  label: string;
}

/** Code of many lines: they stay as they are and scroll, by keyboard too, under a bar with one button that copies all. */
export function LongCode({ code, label }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <ClipboardButton icon="copy" variant="secondary" size="sm" getText={() => code} aria-label={`Copy ${label}`}>
          Copy
        </ClipboardButton>
      </div>
      <ScrollContainer maxHeight="560px">
        <pre className={styles.code} aria-label={label}>
          {code}
        </pre>
      </ScrollContainer>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.canvas,
    minWidth: 0,
  }),
  bar: css({
    display: 'flex',
    justifyContent: 'flex-end',
    padding: theme.spacing(0.5),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  code: css({
    // The whole text decides how far it scrolls.
    width: 'max-content',
    minWidth: '100%',
    margin: 0,
    padding: theme.spacing(1.5, 2),
    border: 0,
    background: 'transparent',
    whiteSpace: 'pre',
    overflow: 'visible',
    wordBreak: 'normal',
    overflowWrap: 'normal',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
