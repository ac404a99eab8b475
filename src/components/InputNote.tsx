import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  tone: 'warning' | 'info';
  children: NonNullable<ReactNode>;
}

/** A remark below an input that doesn't stop anybody. */
export function InputNote({ tone, children }: Props) {
  return (
    <Stack direction="row" gap={0.5} alignItems="flex-start">
      <Text color={tone === 'warning' ? 'warning' : 'secondary'} variant="bodySmall">
        <Icon name={tone === 'warning' ? 'exclamation-triangle' : 'info-circle'} size="sm" aria-hidden />
      </Text>
      <Text color={tone === 'warning' ? 'warning' : 'secondary'} variant="bodySmall">
        {children}
      </Text>
    </Stack>
  );
}

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
