import { css } from '@emotion/css';
import { type GrafanaTheme2, PageLayoutType } from '@grafana/data';
import { type PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import React from 'react';

import { useAnnouncePage, useSection } from './services/currentPage';

/** Grafana's frame around a page of a plugin: title, subtitle, actions, facts, tabs, content. */
export function PluginPage({ actions, children, info, layout, pageNav, renderTitle, subTitle }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  const section = useSection();
  const { text: title, img, subTitle: about } = pageNav ?? section;
  const details = subTitle ?? about;
  useAnnouncePage(pageNav);

  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  return (
    <div className={styles.page}>
      <div className={styles.header}>
        <div className={styles.titles}>
          <div className={styles.title}>
            {img && <img className={styles.logo} src={img} alt={`logo for ${title}`} />}
            {renderTitle ? renderTitle(title) : <h1>{title}</h1>}
          </div>
          {info?.map(({ label, value }) => (
            <div key={label}>
              <div className={styles.label}>{label}</div>
              {value}
            </div>
          ))}
          <div className={styles.actions}>{actions}</div>
        </div>
        {details && <div className={styles.subTitle}>{details}</div>}
      </div>
      {pageNav?.children && (
        <TabsBar className={styles.tabs}>
          {pageNav.children.map(({ text, url, icon, active }) => (
            <Tab key={url} label={text} href={url} icon={icon} active={active} />
          ))}
        </TabsBar>
      )}
      <div className={styles.content}>{children}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    padding: theme.spacing(2),
    [theme.breakpoints.up('md')]: { padding: theme.spacing(4) },
  }),
  header: css({ marginBottom: theme.spacing(3) }),
  titles: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 3) }),
  title: css({ display: 'flex', h1: { ...theme.typography.h1, margin: 0 } }),
  logo: css({ flex: 'none', width: 32, height: 32, marginRight: theme.spacing(2) }),
  label: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  subTitle: css({ marginTop: theme.spacing(1), color: theme.colors.text.secondary }),
  tabs: css({ marginBottom: theme.spacing(3) }),
  content: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
});
