import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  /** Name of the field, as it is stored. */
  field: string;
  before: string;
  after: string;
  /** The parts that differ; they are set off in the texts. */
  hostBefore: string;
  host: string;
}

/** The one field that changes, as it is and as it would be. */
export function FieldChange({ field, before, after, hostBefore, host }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list} aria-label={`Change of ${field}`}>
      <dt className={styles.term}>Field</dt>
      <dd className={styles.value}>{field}</dd>
      <dt className={styles.term}>Before</dt>
      <dd className={styles.value}>{marked(before, hostBefore, styles.old)}</dd>
      <dt className={styles.term}>After</dt>
      <dd className={styles.value}>{marked(after, host, styles.fresh)}</dd>
    </dl>
  );
}

function marked(text: string, part: string, className: string): ReactNode {
  const at = part ? text.indexOf(part) : -1;
  if (at < 0) {
    return text || '(empty)';
  }
  return (
    <>
      {text.slice(0, at)}
      <span className={cx(className)}>{part}</span>
      {text.slice(at + part.length)}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: theme.spacing(1, 1.5),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  term: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
    alignSelf: 'center',
  }),
  old: css({ background: theme.colors.error.transparent, textDecoration: 'line-through' }),
  fresh: css({ background: theme.colors.success.transparent, fontWeight: theme.typography.fontWeightMedium }),
});
