import { css, cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { OutsideText } from './OutsideText';

interface Props {
  children: string;
  className?: string;
}

/** Someone else's words, in quotation marks: Grafana's styles take those of `q` away. */
export function Quote({ children, className }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <q className={cx(styles.quote, className)}>
      <OutsideText>{children}</OutsideText>
    </q>
  );
}

const getStyles = () => ({
  quote: css({ '&::before': { content: '"“"' }, '&::after': { content: '"”"' } }),
});
