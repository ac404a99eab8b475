import { Icon, useStyles2 } from '@grafana/ui';
import React from 'react';
import { getTableStyles } from './table.styles';

interface Props {
  title: string;
  /** Undefined where the list is sorted by another column. */
  direction: 'ascending' | 'descending' | undefined;
  onSort: () => void;
}

/** A column's title that sorts by it. */
export function SortHeader({ title, direction, onSort }: Props) {
  const styles = useStyles2(getTableStyles);
  return (
    <div role="columnheader" aria-sort={direction ?? 'none'}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {title}
        <span className={styles.sortIcon}>
          {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size="sm" />}
        </span>
      </button>
    </div>
  );
}
