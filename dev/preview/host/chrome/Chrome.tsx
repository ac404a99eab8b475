import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useLocation } from 'grafana:react-router-dom-v5-compat';
import React, { type ReactNode, useEffect, useState } from 'react';

import { useCurrentPage, navigation, useSection } from '../services/currentPage';
import { activeEntry, breadcrumbs } from '../services/navigation';
import { type ThemeMode } from '../services/theme';
import { CommandPalette } from './CommandPalette';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import { TopBar } from './TopBar';

/** What stands around the page: navigation at the side, or over the page where there is little room, and a bar on top. */
export function Chrome({ children, setMode }: { children: ReactNode; setMode: (mode: ThemeMode) => void }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const page = useCurrentPage();
  const [menuOpen, setMenuOpen] = useState(false);
  const { home, entries } = navigation;
  const section = useSection();
  const crumbs = breadcrumbs(home, section, page);
  const title = ['Preview', ...crumbs.map(({ text }) => text)].reverse().join(' - ');

  useEffect(() => setMenuOpen(false), [pathname]);
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#pageContent">
        Skip to main content
      </a>
      <TopBar crumbs={[home, ...crumbs]} menuOpen={menuOpen} onMenu={() => setMenuOpen(!menuOpen)} setMode={setMode} />
      <div className={styles.below}>
        <Navigation
          entries={entries}
          active={activeEntry(entries, section)}
          open={menuOpen}
          onClose={() => setMenuOpen(false)}
        />
        <main id="pageContent" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Notices />
      <CommandPalette />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ minHeight: '100%', background: theme.colors.background.primary }),
  skip: css({
    position: 'absolute',
    left: theme.spacing(1),
    top: -100,
    zIndex: theme.zIndex.portal,
    padding: theme.spacing(1, 2),
    background: theme.colors.background.secondary,
    '&:focus': { top: theme.spacing(1) },
  }),
  below: css({ display: 'flex', paddingTop: 40 }),
  main: css({
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 'calc(100vh - 40px)',
    outline: 'none',
  }),
});
