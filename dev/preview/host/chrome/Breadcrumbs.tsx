import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

/** Where the page stands; where there is little room only its own name shows. */
export function Breadcrumbs({ crumbs }: { crumbs: NavModelItem[] }) {
  const styles = useStyles2(getStyles);
  return (
    <nav aria-label="Breadcrumbs" className={styles.nav}>
      <ol className={styles.list}>
        {crumbs.map(({ text, url }, index) => (
          <li key={`${index} ${text}`} className={styles.item}>
            {index === crumbs.length - 1 ? (
              <span className={styles.current} aria-current="page" title={text}>
                {text}
              </span>
            ) : (
              <>
                <a className={styles.link} href={url} title={text}>
                  {text}
                </a>
                <Icon name="angle-right" />
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    nav: css({ minWidth: 0, flex: '0 1 auto' }),
    list: css({ display: 'flex', minWidth: 0, margin: 0, padding: 0, listStyle: 'none' }),
    item: css({
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      [theme.breakpoints.down('md')]: { '&:not(:last-child)': { display: 'none' } },
    }),
    link: css({ ...cut, color: theme.colors.text.primary, padding: theme.spacing(0, 0.5) }),
    current: css({ ...cut, color: theme.colors.text.secondary, padding: theme.spacing(0, 0.5) }),
  };
};
