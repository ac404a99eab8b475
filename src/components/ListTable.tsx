import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { memo, type ReactNode } from 'react';
import { TextLink } from './links';

/** A column of a list. */
export interface ListColumn<Row, Column extends string> {
  title: string;
  /** What it sorts by; left out where it doesn't sort. */
  sort?: Column;
  /** Nothing is shown as a dash. */
  cell: (row: Row) => ReactNode;
}

interface Props<Row, Column extends string> {
  label: string;
  /** The first one names the row. The same array as long as nothing changed. */
  columns: ReadonlyArray<ListColumn<Row, Column>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sort: Column;
  descending: boolean;
  /** Cards have no header: what they are sorted by is chosen elsewhere. */
  hasSortChoice: boolean;
  onSort: (column: Column) => void;
}

/**
 * One page of a list. Where it gets narrow, each row becomes a card with its own labels, which table elements would not
 * survive as a table: hence the roles.
 */
export function ListTable<Row, Column extends string>(props: Props<Row, Column>) {
  const { label, columns, rows, keyOf, sort, descending, hasSortChoice, onSort } = props;
  const styles = useStyles2(getStyles);
  const header = ({ title, sort: column }: ListColumn<Row, Column>) => {
    const direction = sort === column ? (descending ? 'descending' : 'ascending') : undefined;
    return column ? (
      <div key={title} role="columnheader" aria-sort={direction ?? 'none'}>
        <button type="button" className={styles.sort} onClick={() => onSort(column)}>
          {title}
          <span className={styles.sortIcon}>
            {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size="sm" />}
          </span>
        </button>
      </div>
    ) : (
      <div key={title} role="columnheader">
        <span className={styles.plainHeader}>{title}</span>
      </div>
    );
  };
  return (
    <div className={styles.container}>
      <div className={styles.table} role="table" aria-label={label}>
        <div role="rowgroup" className={cx(styles.head, hasSortChoice && styles.wideOnly)}>
          <div role="row">{columns.map(header)}</div>
        </div>
        <div role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <ListRow key={keyOf(row)} row={row} columns={columns} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps<Row, Column extends string> {
  row: Row;
  columns: ReadonlyArray<ListColumn<Row, Column>>;
}

/** Memoized, so that a letter typed into the search draws only rows that come. */
const ListRow = memo(function ListRow<Row, Column extends string>({ row, columns }: RowProps<Row, Column>) {
  const styles = useStyles2(getStyles);
  return (
    <div role="row">
      {columns.map(({ title, cell }, index) => {
        const content = cell(row);
        return index === 0 ? (
          <div key={title} role="rowheader">
            {content}
          </div>
        ) : (
          <div key={title} role="cell" data-label={title} data-empty={!content}>
            {content || <span className={styles.none}>–</span>}
          </div>
        );
      })}
    </div>
  );
}) as <Row, Column extends string>(props: RowProps<Row, Column>) => ReactNode;

/** The name of a row, which leads to what it is about. */
export function RowName({ to, children }: { to: string; children: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.name}>
      <TextLink href={to} inline color="primary">
        {children}
      </TextLink>
    </span>
  );
}

/** Below this width of its own container the table turns into cards. */
const NARROW = '@container (max-width: 860px)';

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ containerType: 'inline-size' }),
  table: css({
    display: 'table',
    width: '100%',
    '[role=row]': { display: 'table-row' },
    '[role=columnheader], [role=rowheader], [role=cell]': {
      display: 'table-cell',
      padding: theme.spacing(1),
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    // Long words of others break; the width keeps all other words whole.
    '[role=rowheader], [role=cell]': { minWidth: theme.spacing(14), overflowWrap: 'anywhere' },
    [NARROW]: { display: 'block' },
  }),
  head: css({
    display: 'table-header-group',
    background: theme.colors.background.secondary,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    '&& [role=columnheader]': { padding: 0 },
    [NARROW]: {
      display: 'block',
      '&& [role=row]': { display: 'flex', flexWrap: 'wrap' },
      '&& [role=columnheader]': { border: 0 },
    },
  }),
  /** Left out where rows are cards, for lists that can be sorted without their header. */
  wideOnly: css({ [NARROW]: { display: 'none' } }),
  body: css({
    display: 'table-row-group',
    '[role=row]:hover': { background: theme.colors.action.hover },
    [NARROW]: {
      display: 'block',
      '&& [role=row]': {
        display: 'block',
        padding: theme.spacing(1, 0),
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      '&& [role=rowheader], && [role=cell]': {
        display: 'block',
        border: 0,
        minWidth: 0,
        padding: theme.spacing(0.5, 1),
      },
      '&& [role=cell]': { display: 'grid', gridTemplateColumns: `${theme.spacing(14)} minmax(0, 1fr)` },
      // A card says what there is; dashes for what there is not are for columns.
      '&& [role=cell][data-empty=true]': { display: 'none' },
      '&& [role=cell]::before': { content: 'attr(data-label)', color: theme.colors.text.secondary },
    },
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium }),
  none: css({ color: theme.colors.text.secondary }),
  sort: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    border: 0,
    background: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary },
  }),
  plainHeader: css({ display: 'inline-block', padding: theme.spacing(1) }),
  sortIcon: css({ display: 'inline-block', width: theme.spacing(1.75) }),
});
