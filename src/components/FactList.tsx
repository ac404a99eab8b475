import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';

/** A term and what is known of it; a fact without content is told as "None". */
export interface Fact {
  term: string;
  content: ReactNode;
  /** What stands where there is nothing; "None" if left out. */
  empty?: string;
}

/** Facts beside their names: in two columns where there is much room, one below the other where there is little. */
export function FactList({ facts }: { facts: Fact[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.container}>
      <dl className={styles.list}>
        {facts.map(({ term, content, empty = 'None' }) => (
          <div key={term} className={styles.row}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.content}>{content || <span className={styles.term}>{empty}</span>}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ containerType: 'inline-size' }),
  list: css({
    margin: 0,
    // As margins, since columns know no gap between their rows.
    '& > *': { marginBottom: theme.spacing(1) },
    '@container (max-width: 859px)': { '& > *:last-child': { marginBottom: 0 } },
    '@container (min-width: 860px)': { columns: 2, columnGap: theme.spacing(4) },
  }),
  row: css({
    breakInside: 'avoid',
    display: 'grid',
    gridTemplateColumns: `${theme.spacing(18)} minmax(0, 1fr)`,
    gap: theme.spacing(0, 2),
    '@container (max-width: 380px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  term: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  content: css({ minWidth: 0, overflowWrap: 'anywhere' }),
});
