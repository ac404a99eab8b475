import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { ToolbarButton, useStyles2, useTheme2, Tooltip } from '@grafana/ui';
import React from 'react';
import { config } from '@grafana/runtime';

import { type ThemeMode } from '../services/theme';
import { Breadcrumbs } from './Breadcrumbs';
import { openCommandPalette } from './CommandPalette';
import { UserMenu } from './UserMenu';

interface Props {
  crumbs: NavModelItem[];
  menuOpen: boolean;
  onMenu: () => void;
  setMode: (mode: ThemeMode) => void;
}

/** Breadcrumbs on the left; a label that this is not Grafana, command palette, theme and user on the right. */
export function TopBar({ crumbs, menuOpen, onMenu, setMode }: Props) {
  const styles = useStyles2(getStyles);
  const { isDark } = useTheme2();

  return (
    <header className={styles.bar}>
      <div className={styles.menuButton}>
        <ToolbarButton
          icon="bars"
          aria-label={menuOpen ? 'Close menu' : 'Open menu'}
          aria-expanded={menuOpen}
          onClick={onMenu}
        />
      </div>
      <Breadcrumbs crumbs={crumbs} />
      <div className={styles.tools}>
        <Tooltip content={`This page imitates Grafana with the packages of Grafana ${config.buildInfo.version}.`}>
          <span className={styles.label}>Development preview</span>
        </Tooltip>
        <ToolbarButton icon="search" aria-label="Search or jump to" tooltip="Ctrl+K" onClick={openCommandPalette} />
        <ToolbarButton
          icon="palette"
          aria-label={isDark ? 'Switch to light theme' : 'Switch to dark theme'}
          tooltip={isDark ? 'Light theme' : 'Dark theme'}
          onClick={() => setMode(isDark ? 'light' : 'dark')}
        />
        <UserMenu />
      </div>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'fixed',
    top: 0,
    left: 0,
    right: 0,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: 40,
    padding: theme.spacing(0, 1),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  menuButton: css({ [theme.breakpoints.up('lg')]: { display: 'none' } }),
  tools: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), marginLeft: 'auto' }),
  label: css({
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
