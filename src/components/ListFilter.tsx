import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type Count } from '../domain/list/list';
import { ToggleBar } from './ToggleBar';

/** What a filter by state shows, and what was chosen of it; nothing chosen means all. */
export interface ListFilterProps<T extends string> {
  label: string;
  total: number;
  counts: Array<Count<T>>;
  chosen: T[];
  onChange: (chosen: T[]) => void;
}

/** Counts by state that filter: "All" or any of the states. */
export function ListFilter<T extends string>({ label, total, counts, chosen, onChange }: ListFilterProps<T>) {
  const styles = useStyles2(getStyles);
  const toggle = (key: T) =>
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  const pill = (key: string, title: string, count: number, isPressed: boolean, onClick: () => void) => ({
    key,
    isPressed,
    className: cx(styles.pill, isPressed && styles.pressed),
    onClick,
    children: (
      <>
        {title} <span className={styles.count}>{count.toLocaleString('en-US')}</span>
      </>
    ),
  });
  return (
    <ToggleBar
      label={label}
      className={styles.row}
      items={[
        pill('all', 'All', total, chosen.length === 0, () => onChange([])),
        ...counts.map(({ key, title, count }) => pill(key, title, count, chosen.includes(key), () => toggle(key))),
      ]}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  pill: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    padding: theme.spacing(0.5, 1.25),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    background: 'transparent',
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: theme.typography.bodySmall.lineHeight,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
  }),
  pressed: css({
    background: theme.colors.action.selected,
    borderColor: theme.colors.primary.border,
    fontWeight: theme.typography.fontWeightMedium,
    // Secondary text is too faint on this background (WCAG 2.1, 1.4.3).
    '& > span': { color: 'inherit' },
  }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
