import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Disclosure } from '../../components/Disclosure';
import { OutsideText } from '../../components/OutsideText';
import { type LeftOut } from '../../domain/exports/leftOut';

/** More are named in the code alone. */
const SHOWN = 50;

/** What isn't in the code, and why. */
export function LeftOutNote({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const styles = useStyles2(getStyles);
  const more = leftOut.length - SHOWN;
  return leftOut.length > 0 ? (
    <Disclosure label={`Left out: ${leftOut.length.toLocaleString('en-US')}`} isOpen={leftOut.length <= 3}>
      <ul className={styles.list}>
        {leftOut.slice(0, SHOWN).map(({ name, reason }, i) => (
          <li key={i}>
            <OutsideText>{`${name}: ${reason}`}</OutsideText>
          </li>
        ))}
      </ul>
      {more > 0 && <Text color="secondary">{`and ${more.toLocaleString('en-US')} more`}</Text>}
    </Disclosure>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: theme.spacing(0.5, 1) }),
});
