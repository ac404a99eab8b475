import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, type ComboboxOption, IconButton, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';

interface Props<T extends string> {
  options: Array<ComboboxOption<T>>;
  value: T;
  /** Undefined where the order can't be turned round. */
  direction: 'ascending' | 'descending' | undefined;
  onSort: (value: T) => void;
  onTurn: () => void;
}

/** Says what a list is sorted by, and changes it, also where it is too narrow for columns. */
export function SortChoice<T extends string>({ options, value, direction, onSort, onTurn }: Props<T>) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>Sort by</label>
      <div className={styles.choice}>
        <Combobox id={id} options={options} value={value} onChange={(option) => onSort(option.value)} />
      </div>
      {direction && (
        <IconButton
          name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'}
          tooltip={direction === 'ascending' ? 'Ascending. Reverse order' : 'Descending. Reverse order'}
          onClick={onTurn}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& > label': { margin: 0, color: theme.colors.text.secondary, whiteSpace: 'nowrap' },
  }),
  choice: css({ flex: 1, minWidth: theme.spacing(22) }),
});
