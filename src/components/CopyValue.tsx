import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import React, { Fragment, type ReactNode } from 'react';

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
      <span className={styles.value}>{breakAtDots(value)}</span>
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

/** Lets a long name wrap between its labels instead of within one; addresses stay whole. */
function breakAtDots(value: string): ReactNode {
  const labels = value.split('.');
  if (labels.every((label) => /^\d*$/.test(label))) {
    return value;
  }
  return labels.map((label, index) => (
    <Fragment key={index}>
      {index > 0 && '.'}
      {index > 0 && <wbr />}
      {label}
    </Fragment>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), maxWidth: '100%' }),
  value: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'break-word',
    minWidth: 0,
  }),
});
