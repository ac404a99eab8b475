import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import React, { type ReactNode, useId } from 'react';
import { visuallyHidden } from './visuallyHidden';

/** One thing to choose. */
interface Choice<T extends string> {
  value: T;
  title: string;
  icon?: IconName;
  description?: string;
  /** A short remark at the side, for example "Linked". */
  note?: string;
  /** Below the text and apart from the choice: links in it don't choose. */
  below?: ReactNode;
}

interface Props<T extends string> {
  /** Names the group; shown above it unless it is hidden. */
  label: string;
  hideLabel?: boolean;
  choices: ReadonlyArray<Choice<T>>;
  /** '' for none. */
  value: T | '';
  /** A `grid` wraps cards, a `list` is one card a line and scrolls when it gets long. */
  layout: 'grid' | 'list';
  error?: string;
  /** The first one, for a form that leads here. */
  inputRef?: React.Ref<HTMLInputElement>;
  onChange: (value: T) => void;
}

/** Radio buttons as cards: all that is told of a choice stands on it, and the arrow keys work. */
export function ChoiceCards<T extends string>(props: Props<T>) {
  const { label, hideLabel, choices, value, layout, error, inputRef, onChange } = props;
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={hideLabel ? visuallyHidden : styles.legend}>{label}</legend>
      <div className={cx(layout === 'grid' ? styles.grid : styles.list)}>
        {choices.map((choice, i) => (
          <div key={choice.value} className={styles.card}>
            <label className={styles.choice} htmlFor={`${id}-${choice.value}`}>
              <input
                type="radio"
                ref={i === 0 ? inputRef : undefined}
                id={`${id}-${choice.value}`}
                className={styles.radio}
                name={id}
                value={choice.value}
                checked={choice.value === value}
                onChange={() => onChange(choice.value)}
              />
              <span className={styles.text}>
                <span className={styles.title}>
                  {choice.icon && (
                    <span className={styles.icon}>
                      <Icon name={choice.icon} aria-hidden />
                    </span>
                  )}
                  <span>{choice.title}</span>
                </span>
                {choice.description && <span className={styles.description}>{choice.description}</span>}
              </span>
              {choice.note && <span className={styles.note}>{choice.note}</span>}
            </label>
            {choice.below && <div className={styles.below}>{choice.below}</div>}
          </div>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} role="alert" className={styles.error}>
          <Icon name="exclamation-circle" size="sm" aria-hidden /> {error}
        </span>
      )}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ border: 0, margin: 0, padding: 0, minWidth: 0 }),
  legend: css({
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    marginBottom: theme.spacing(1),
    lineHeight: 1.25,
  }),
  grid: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${theme.spacing(32)}), 1fr))`,
    gap: theme.spacing(1),
  }),
  list: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    maxHeight: theme.spacing(42),
    overflowY: 'auto',
    // Room for the outline of the card in focus.
    padding: 2,
    margin: -2,
  }),
  card: css({
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    '&:hover': { borderColor: theme.colors.border.strong },
    '&:has(:checked)': {
      borderColor: theme.colors.primary.border,
      boxShadow: `inset 0 0 0 1px ${theme.colors.primary.border}`,
    },
    '&:has(input:focus-visible)': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 0 },
  }),
  choice: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    alignContent: 'flex-start',
    gap: theme.spacing(0, 1),
    flexGrow: 1,
    padding: theme.spacing(1, 1.5),
    cursor: 'pointer',
  }),
  // Under the text, past the radio button.
  below: css({ padding: theme.spacing(0, 1.5, 1, 4.5) }),
  radio: css({
    flex: `0 0 ${theme.spacing(2)}`,
    margin: theme.spacing(0.25, 0, 0),
    accentColor: theme.colors.primary.main,
    cursor: 'pointer',
  }),
  text: css({
    display: 'flex',
    flexDirection: 'column',
    // The note goes below where a name has no more room than this.
    flex: `1 1 ${theme.spacing(20)}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  }),
  title: css({ display: 'flex', gap: theme.spacing(0.75), fontWeight: theme.typography.fontWeightMedium }),
  // Beside the first line of a title that has two.
  icon: css({ flexShrink: 0, color: theme.colors.text.secondary }),
  description: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  note: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    marginLeft: 'auto',
    textAlign: 'right',
    overflowWrap: 'anywhere',
  }),
  error: css({ display: 'block', marginTop: theme.spacing(0.5), color: theme.colors.error.text }),
});
