import { css } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Dropdown, Icon, Menu, ToolbarButton, Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import React from 'react';
import { type ThemeMode } from '../services/theme';
import { openCommandPalette } from './openCommandPalette';

interface Props {
  crumbs: NavModelItem[];
  menuOpen: boolean;
  onMenu: () => void;
  setMode: (mode: ThemeMode) => void;
}

/** Breadcrumbs on the left; label, command palette, theme and user on the right. */
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
        <PreviewLabel />
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
});

/** Where the page stands; where there is little room only its own name shows. */
function Breadcrumbs({ crumbs }: { crumbs: NavModelItem[] }) {
  const styles = useStyles2(getBreadcrumbsStyles);
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

const getBreadcrumbsStyles = (theme: GrafanaTheme2) => {
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

/** Says on every page that this is not Grafana. */
function PreviewLabel() {
  const styles = useStyles2(getPreviewLabelStyles);
  const explanation = `This page imitates Grafana with the packages of Grafana ${config.buildInfo.version}.`;
  return (
    <Tooltip content={explanation}>
      <span className={styles.label}>Development preview</span>
    </Tooltip>
  );
}

const getPreviewLabelStyles = (theme: GrafanaTheme2) => ({
  label: css({
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});

/** Who is signed in, and one click to be somebody else. */
function UserMenu() {
  const { login, name, orgRole, isGrafanaAdmin } = config.bootData.user;
  const role = isGrafanaAdmin ? `${orgRole}, server admin` : orgRole;
  const menu = (
    <Menu header={`${name} (${role})`}>
      {previewUsers()
        .filter((user) => user.login !== login)
        .map((user) => (
          <Menu.Item
            key={user.login}
            label={`Switch to ${user.name}`}
            icon="user"
            onClick={() => void becomeUser(user.login)}
          />
        ))}
      <Menu.Divider />
      <Menu.Item label="Sign out" icon="signout" url={`${config.appSubUrl}/logout`} target="_self" />
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <ToolbarButton icon="user" aria-label={`User: ${name}`} />
    </Dropdown>
  );
}

async function becomeUser(login: string): Promise<void> {
  const password = previewUsers().find((user) => user.login === login)?.password;
  await fetch('login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: login, password }),
  });
  window.location.reload();
}

/** Somebody to change to by one click. */
interface PreviewUserChoice {
  login: string;
  password: string;
  name: string;
}

declare global {
  interface Window {
    /** Written by the host page (dev/preview/pages/hostPage.ts). */
    previewUsers?: PreviewUserChoice[];
  }
}

function previewUsers(): PreviewUserChoice[] {
  return window.previewUsers ?? [];
}
