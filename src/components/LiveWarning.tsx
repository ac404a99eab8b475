import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { InputNote } from './InputNote';

/** A warning about what is being typed: told to screen readers as it comes, and no gap while there is none. */
export function LiveWarning({ text }: { text: string | undefined }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" className={styles.note}>
      {text && <InputNote tone="warning">{text}</InputNote>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ '&:not(:empty)': { marginTop: theme.spacing(1) } }),
});
