import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, ScrollContainer, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { downloadText } from './downloadText';

interface Props {
  code: string;
  /** What it is, for screen readers and the buttons: "Azure CLI". */
  label: string;
  /** Name of the file to download; without one, the code is there to copy only. */
  fileName?: string;
}

/** More lines would make the page slow, and nobody reads them here. */
const SHOWN = 400;

/** Code of many lines: they stay as they are and scroll, by keyboard too, under a bar with buttons that take all of it. */
export function LongCode({ code, label, fileName }: Props) {
  const styles = useStyles2(getStyles);
  const lines = code.split('\n');
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        {lines.length > SHOWN && (
          <Text color="secondary" variant="bodySmall">
            First {SHOWN} of {lines.length.toLocaleString('en-US')} lines
          </Text>
        )}
        <div className={styles.buttons}>
          <ClipboardButton icon="copy" variant="secondary" size="sm" getText={() => code} aria-label={`Copy ${label}`}>
            Copy
          </ClipboardButton>
          {fileName && (
            <Button
              icon="download-alt"
              variant="secondary"
              size="sm"
              onClick={() => downloadText(fileName, code)}
              aria-label={`Download ${label}`}
            >
              Download
            </Button>
          )}
        </div>
      </div>
      <ScrollContainer maxHeight="560px">
        <pre className={styles.code} aria-label={label}>
          {lines.slice(0, SHOWN).join('\n')}
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
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '& > :first-child:not(:last-child)': { paddingLeft: theme.spacing(1.5) },
  }),
  buttons: css({ display: 'flex', gap: theme.spacing(0.5), marginLeft: 'auto' }),
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
