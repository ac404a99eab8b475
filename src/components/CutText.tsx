import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { cutText, oneLine, shownLength } from '../domain/outsideText';

interface Props {
  /** The whole of it, for the tooltip. */
  text: string;
  className?: string;
  /** What is shown; left out where that is the text. */
  children?: ReactNode;
}

/** One line, also of outside text, that ends in an ellipsis where it is too long, with the whole of it in a tooltip. */
export function CutText({ text, className, children }: Props) {
  const styles = useStyles2(getStyles);
  const shown = cutText(oneLine(text), shownLength);
  return (
    <span className={cx(styles.cut, className)} title={shown}>
      {children ?? <bdi>{shown}</bdi>}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cut: css({
    display: 'block',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // Room for the focus ring of a link inside, which would be cut too.
    padding: theme.spacing(0.5),
    margin: theme.spacing(-0.5),
    // Grafana's links are boxes, which are cut off without an ellipsis.
    '& > a': { display: 'inline' },
    '& > a > svg': { marginLeft: theme.spacing(0.5) },
  }),
});
