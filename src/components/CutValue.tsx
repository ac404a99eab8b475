import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { CutText } from './CutText';
import { SpokenStatus } from './SpokenStatus';

interface Props {
  value: string;
  /** What is copied, for the button's name: "Copy private IP 10.0.0.5". */
  what: string;
}

/** A value of a list's row in one line, with a button that copies the whole. Lists have many: it is lighter than Grafana's. */
export function CutValue({ value, what }: Props) {
  const styles = useStyles2(getStyles);
  const text = useRef<HTMLSpanElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (isCopied) {
      const timer = setTimeout(() => setIsCopied(false), 2_000);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [isCopied]);
  return (
    <span className={styles.row}>
      <span ref={text} className={styles.value}>
        <CutText text={value} />
      </span>
      <button
        type="button"
        className={styles.copy}
        aria-label={`Copy ${what} ${value}`}
        title={`Copy ${what}`}
        onClick={() => void copyText(value, text.current).then(setIsCopied)}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
          {isCopied ? <path d="M3 8.5l3.5 3.5L13 4.5" /> : <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />}
        </svg>
      </button>
      {isCopied && <SpokenStatus>{`Copied ${what}`}</SpokenStatus>}
    </span>
  );
}

/** True once it is copied. Without HTTPS a browser has no clipboard for pages: there, what shows the text is selected. */
async function copyText(text: string, shownBy: HTMLElement | null): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false
    );
  }
  const selection = window.getSelection();
  if (!shownBy || !selection) {
    return false;
  }
  selection.selectAllChildren(shownBy);
  const isDone = document.execCommand('copy');
  selection.removeAllRanges();
  return isDone;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75), maxWidth: '100%' }),
  value: css({
    minWidth: 0,
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: theme.spacing(2.75),
  }),
  copy: css({
    flex: 'none',
    display: 'inline-flex',
    padding: theme.spacing(0.25),
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.secondary,
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
});
