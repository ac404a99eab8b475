import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, Icon, useStyles2 } from '@grafana/ui';
import React, { memo, type ReactNode } from 'react';
import { CutText } from './CutText';
import { RowLink } from './links';

/** A column of a list. */
export interface ListColumn<Row, Column extends string> {
  title: string;
  /** What it sorts by; left out where it doesn't sort. */
  sort?: Column;
  /**
   * Its share of the table's width, as in CSS. A list keeps the widths that its columns have, whatever is in the cells; one
   * column without gets the rest.
   */
  width?: string;
  /** Left out where the table is neither wide nor so narrow that its rows are cards. */
  wideOnly?: boolean;
  /** Nothing is shown as a dash. */
  cell: (row: Row) => ReactNode;
}

/** Choosing rows of a list. The same object as long as nothing but the choice changed. */
export interface ListSelection<Row> {
  /** False for rows that have nothing to be chosen for: they have no box. */
  canChoose: (row: Row) => boolean;
  onToggle: (rows: readonly Row[], isChosen: boolean) => void;
  /** Names a row's box. */
  labelOf: (row: Row) => string;
  /** Names the box for all rows of the page. */
  allLabel: string;
}

interface Props<Row, Column extends string> {
  label: string;
  /** The first one names the row. The same array as long as nothing changed. */
  columns: ReadonlyArray<ListColumn<Row, Column>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sort: Column;
  descending: boolean;
  /**
   * Left out where the order is fixed. The order is chosen elsewhere too: there by keyboard, and where rows are cards, which
   * have no header.
   */
  onSort?: (column: Column) => void;
  selection?: ListSelection<Row>;
  /** Keys of the chosen rows. */
  chosen?: ReadonlySet<string>;
}

/**
 * One page of a list. Where it gets narrow, each row becomes a card with its own labels, which table elements would not
 * survive as a table: hence the roles.
 */
export function ListTable<Row, Column extends string>(props: Props<Row, Column>) {
  const { label, columns, rows, keyOf, sort, descending, onSort, selection, chosen } = props;
  const styles = useStyles2(getStyles);
  const isFixed = columns.some(({ width }) => width);
  const header = ({ title, sort: column, width, wideOnly }: ListColumn<Row, Column>) => {
    const direction = sort === column ? (descending ? 'descending' : 'ascending') : undefined;
    const isSorting = column && onSort;
    return (
      <div
        key={title}
        role="columnheader"
        aria-sort={isSorting ? (direction ?? 'none') : undefined}
        data-wide={wideOnly}
        style={{ width }}
      >
        {isSorting ? (
          <button
            type="button"
            className={styles.sort}
            // The choice of an order does the same in one stop instead of one for each column.
            tabIndex={-1}
            onClick={() => onSort(column)}
          >
            {title}
            <span className={styles.sortIcon}>
              {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size="sm" />}
            </span>
          </button>
        ) : (
          <span className={styles.plainHeader}>{title}</span>
        )}
      </div>
    );
  };
  return (
    <div className={styles.container}>
      <div className={cx(styles.table, isFixed ? styles.fixed : styles.loose)} role="table" aria-label={label}>
        <div role="rowgroup" className={styles.head}>
          <div role="row">
            {selection && <ChooseAll rows={rows} keyOf={keyOf} selection={selection} chosen={chosen} />}
            {columns.map(header)}
          </div>
        </div>
        <div role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <ListRow
              key={keyOf(row)}
              row={row}
              columns={columns}
              isChosen={chosen?.has(keyOf(row))}
              selection={selection}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface ChooseAllProps<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  selection: ListSelection<Row>;
  chosen: ReadonlySet<string> | undefined;
}

/** Chooses all rows of the page that can be chosen. */
function ChooseAll<Row>({ rows, keyOf, selection, chosen }: ChooseAllProps<Row>) {
  const styles = useStyles2(getStyles);
  const able = rows.filter(selection.canChoose);
  const count = able.filter((row) => chosen?.has(keyOf(row))).length;
  const isAll = count > 0 && count === able.length;
  return (
    <div role="columnheader" className={styles.choose}>
      {able.length > 0 && (
        <Checkbox
          aria-label={selection.allLabel}
          value={isAll}
          indeterminate={count > 0 && !isAll}
          onChange={() => selection.onToggle(able, !isAll)}
        />
      )}
    </div>
  );
}

interface RowProps<Row, Column extends string> {
  row: Row;
  columns: ReadonlyArray<ListColumn<Row, Column>>;
  isChosen?: boolean;
  selection?: ListSelection<Row>;
}

/** Memoized, so that a letter typed into the search draws only rows that come. */
const ListRow = memo(function ListRow<Row, Column extends string>(props: RowProps<Row, Column>) {
  const { row, columns, isChosen = false, selection } = props;
  const styles = useStyles2(getStyles);
  return (
    <div role="row" className={isChosen ? styles.chosen : undefined}>
      {selection && (
        <div role="cell" className={styles.choose} data-empty={!selection.canChoose(row)}>
          {selection.canChoose(row) && (
            <Checkbox
              aria-label={selection.labelOf(row)}
              value={isChosen}
              onChange={() => selection.onToggle([row], !isChosen)}
            />
          )}
        </div>
      )}
      {columns.map(({ title, wideOnly, cell }, index) => {
        const content = cell(row);
        return index === 0 ? (
          <div key={title} role="rowheader">
            {content}
          </div>
        ) : (
          <div key={title} role="cell" data-label={title} data-empty={!content} data-wide={wideOnly}>
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
    <CutText text={children} className={styles.name}>
      <RowLink href={to}>{children}</RowLink>
    </CutText>
  );
}

/** Below these widths of its own container the table leaves out columns, and turns into cards. */
const MEDIUM = '@container (max-width: 940px)';
const NARROW = '@container (max-width: 640px)';
/** Columns without a width of their own need more room. */
const NARROW_LOOSE = '@container (max-width: 860px)';

const getStyles = (theme: GrafanaTheme2) => {
  const cards = {
    display: 'block',
    '& > [role=rowgroup]': { display: 'block' },
    '& > [role=rowgroup] > [role=row]': {
      display: 'block',
      position: 'relative',
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    '& > [role=rowgroup] > [role=row] > [role]': {
      border: 0,
      width: 'auto',
      minWidth: 0,
      padding: theme.spacing(0.5, 1),
    },
    '&& > [role=rowgroup]:first-child': { display: 'none' },
    '& [role=rowheader]': { display: 'block' },
    '&& [role=cell]': { display: 'grid', gridTemplateColumns: `${theme.spacing(16)} minmax(0, 1fr)` },
    // A card says what there is; dashes for what there is not are for columns.
    '&& [role=cell][data-empty=true]': { display: 'none' },
    '& [role=cell][data-label] > *': { gridColumn: 2 },
    '&& [role=cell][data-label]::before': { content: 'attr(data-label)', color: theme.colors.text.secondary },
    '&& [role=cell]:not([data-label])': { display: 'block', position: 'absolute', right: 0 },
    '& [role=cell]:not([data-label]) ~ [role=rowheader]': { paddingRight: theme.spacing(5) },
  } as const;
  return {
    container: css({ containerType: 'inline-size' }),
    table: css({
      display: 'table',
      width: '100%',
      '[role=row]': { display: 'table-row' },
      '[role=columnheader], [role=rowheader], [role=cell]': {
        display: 'table-cell',
        padding: theme.spacing(0.75, 1),
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
    }),
    fixed: css({
      tableLayout: 'fixed',
      '[role=cell]': { overflowWrap: 'anywhere' },
      [MEDIUM]: { '[data-wide=true]': { display: 'none' } },
      [NARROW]: cards,
    }),
    loose: css({
      // Long words of others break; the width keeps all other words whole.
      '[role=rowheader], [role=cell]': { minWidth: theme.spacing(14), overflowWrap: 'anywhere' },
      // What stays on one line would widen its column.
      '[role=rowheader] > span': { whiteSpace: 'normal' },
      [NARROW_LOOSE]: cards,
    }),
    head: css({
      display: 'table-header-group',
      background: theme.colors.background.secondary,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
      '&& [role=columnheader]': { padding: 0, verticalAlign: 'middle' },
    }),
    body: css({
      display: 'table-row-group',
      // On other marks of what is hovered or chosen, secondary text is too faint (WCAG 2.1, 1.4.3).
      '[role=row]:hover': { background: theme.colors.background.secondary },
    }),
    chosen: css({ background: theme.colors.background.secondary }),
    choose: css({
      width: theme.spacing(4.5),
      // As wide and high as its box.
      '&& > label': { display: 'flex', padding: theme.spacing(0.25, 0) },
      '&&&[role=columnheader]': { padding: theme.spacing(0, 1) },
    }),
    name: css({ fontWeight: theme.typography.fontWeightMedium }),
    none: css({ color: theme.colors.text.secondary }),
    sort: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.75, 1),
      border: 0,
      background: 'transparent',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      '&:hover': { color: theme.colors.text.primary },
    }),
    plainHeader: css({ display: 'inline-block', padding: theme.spacing(0.75, 1) }),
    sortIcon: css({ display: 'inline-block', width: theme.spacing(1.75) }),
  };
};
