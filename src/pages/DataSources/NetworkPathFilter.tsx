import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type ListFilterProps } from '../../components/ListFilter';
import { ToggleBar } from '../../components/ToggleBar';
import { type NetworkPath } from '../../domain/advice/networkPath';

type Tone = 'success' | 'error' | 'warning' | 'info' | 'secondary';

// In the order in which it is read: what is private, then what isn't.
const tiles: ReadonlyArray<{ path: NetworkPath; words: string; icon: IconName; tone: Tone }> = [
  { path: 'private', words: 'private', icon: 'lock', tone: 'success' },
  { path: 'cantConnect', words: 'can’t connect', icon: 'exclamation-circle', tone: 'error' },
  { path: 'notReady', words: 'not ready', icon: 'exclamation-circle', tone: 'error' },
  { path: 'public', words: 'public', icon: 'unlock', tone: 'warning' },
  { path: 'noEndpoint', words: 'without matching endpoint', icon: 'minus-circle', tone: 'warning' },
  { path: 'onPurpose', words: 'public on purpose', icon: 'unlock', tone: 'info' },
  { path: 'unknown', words: 'unknown', icon: 'question-circle', tone: 'secondary' },
];

/** "14 of 20 private, 4 not ready, 2 public": each part shows only its own, or all again. */
export function NetworkPathFilter({ label, total, counts, chosen, onChange }: ListFilterProps<NetworkPath>) {
  const styles = useStyles2(getStyles);
  const countOf = (path: NetworkPath) => counts.find(({ key }) => key === path)?.count ?? 0;
  const number = (n: number) => n.toLocaleString('en-US');
  return (
    <ToggleBar
      label={label}
      className={styles.row}
      items={tiles
        .filter(({ path }) => path === 'private' || countOf(path) > 0)
        .map(({ path, words, icon, tone }) => {
          const isPressed = chosen.includes(path);
          return {
            key: path,
            isPressed,
            className: cx(styles.tile, isPressed && styles.pressed),
            onClick: () => onChange(isPressed ? chosen.filter((one) => one !== path) : [...chosen, path]),
            children: (
              <>
                <span className={styles[tone]}>
                  <Icon name={icon} aria-hidden />
                </span>
                <span>
                  <span className={styles.count}>{number(countOf(path))}</span>
                  {path === 'private' && ` of ${number(total)}`} {words}
                </span>
              </>
            ),
          };
        })}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  tile: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    cursor: 'pointer',
    '&:hover': { borderColor: theme.colors.border.strong },
  }),
  pressed: css({
    background: theme.colors.action.selected,
    borderColor: theme.colors.primary.border,
    boxShadow: `inset 0 0 0 1px ${theme.colors.primary.border}`,
  }),
  count: css({
    fontSize: theme.typography.h4.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
  }),
  success: css({ color: theme.colors.success.text }),
  error: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  info: css({ color: theme.colors.info.text }),
  secondary: css({ color: theme.colors.text.secondary }),
});
