import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { breakable } from './breakable';

interface Props {
  value: string;
  /** What is copied, for the button's name: "Copy private IP 10.0.0.5". */
  what: string;
}

/** A value that people take elsewhere, with a button that copies it. */
export function CopyValue({ value, what }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.row}>
      <span className={styles.value}>{breakable(value)}</span>
      <ClipboardButton
        icon="copy"
        variant="secondary"
        fill="text"
        size="sm"
        getText={() => value}
        aria-label={`Copy ${what} ${value}`}
        tooltip={`Copy ${what}`}
      />
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), maxWidth: '100%' }),
  value: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
    minWidth: 0,
  }),
});
