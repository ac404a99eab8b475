import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { dataSourceName } from '../domain/catalogue/dataSourceTypes';
import { type Use } from '../domain/matching/matchAll';
import { matchReason } from '../domain/matching/matchDataSource';
import { LinkButton, TextLink } from './links';

interface Props {
  uses: readonly Use[];
  /** Where a data source's own settings are. */
  settingsHref: (uid: string) => string;
  checkHref: (uid: string) => string;
  /** What can be done about a match that may be one. */
  actionOn: (use: Use) => ReactNode;
}

/** The data sources that use an endpoint, each with the reason why it is known. */
export function UsedBy({ uses, settingsHref, checkHref, actionOn }: Props) {
  const styles = useStyles2(getStyles);
  if (uses.length === 0) {
    return (
      <Text element="p" color="secondary">
        No data sources use this endpoint.
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label="Data sources that use this endpoint">
      {uses.map((use) => {
        const {
          dataSource: { uid, name, type },
          match,
        } = use;
        return (
          <li key={uid} className={styles.item}>
            <div className={styles.text}>
              <TextLink href={settingsHref(uid)} inline>
                {name}
              </TextLink>{' '}
              <Text color="secondary" variant="bodySmall">
                {dataSourceName(type)}
              </Text>
              <Text element="p" color="secondary" variant="bodySmall">
                {matchReason(match)}
              </Text>
              {actionOn(use)}
            </div>
            <LinkButton
              size="sm"
              variant="secondary"
              fill="text"
              icon="heart-rate"
              href={checkHref(uid)}
              aria-label={`Test ${name}`}
            >
              Test
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({
    display: 'flex',
    gap: theme.spacing(1),
    justifyContent: 'space-between',
    padding: theme.spacing(0.5, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  text: css({ minWidth: 0, overflowWrap: 'anywhere' }),
});
