import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';

interface Props {
  entries: NavModelItem[];
  /** The one that the open page stands in. */
  active: NavModelItem | undefined;
  /** Whether it lies over the page where it has no room of its own. */
  open: boolean;
  onClose: () => void;
}

/** The side navigation: what the boot data's tree holds for this user. */
export function Navigation({ entries, active, open, onClose }: Props) {
  const styles = useStyles2(getStyles);

  const entry = (node: NavModelItem, depth: number) => (
    <li key={node.url}>
      <a
        href={node.url}
        className={cx(styles.link, node === active && styles.active)}
        style={{ paddingLeft: 12 + depth * 16 }}
        aria-current={node === active ? 'page' : undefined}
      >
        {node.img && <img src={node.img} alt="" width={16} height={16} />}
        {node.icon && !node.img && depth < 2 && <Icon name={node.icon} />}
        {node.text}
      </a>
      {node.children && <ul className={styles.list}>{node.children.map((child) => entry(child, depth + 1))}</ul>}
    </li>
  );

  return (
    <>
      {open && <div className={styles.shade} onClick={onClose} aria-hidden />}
      <nav className={cx(styles.nav, open && styles.open)} aria-label="Main menu">
        <ul className={styles.list}>{entries.map((node) => entry(node, 0))}</ul>
      </nav>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  nav: css({
    position: 'sticky',
    top: 40,
    flex: 'none',
    width: 260,
    height: 'calc(100vh - 40px)',
    overflowY: 'auto',
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('lg')]: { display: 'none' },
  }),
  open: css({
    [theme.breakpoints.down('lg')]: {
      display: 'block',
      position: 'fixed',
      left: 0,
      zIndex: theme.zIndex.navbarFixed,
      boxShadow: theme.shadows.z3,
    },
  }),
  shade: css({
    position: 'fixed',
    inset: '40px 0 0',
    zIndex: theme.zIndex.navbarFixed,
    background: theme.components.overlay.background,
    [theme.breakpoints.up('lg')]: { display: 'none' },
  }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  link: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  active: css({
    color: theme.colors.text.primary,
    background: theme.colors.action.selected,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: -2 },
  }),
});
