import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { useNow } from '../../components/useNow';
import { type EndpointRow } from '../../domain/list/row';
import { type ListView, type SortColumn } from '../../domain/list/view';
import { EndpointTableRow } from './EndpointTableRow';
import { type UsesOf } from './UsesCell';
import { SortHeader } from '../../components/SortHeader';
import { getTableStyles } from '../../components/table.styles';

/** The columns, in order. */
export const columns: Array<{ column: SortColumn; title: string }> = [
  { column: 'name', title: 'Name' },
  { column: 'target', title: 'Target' },
  { column: 'state', title: 'State' },
  { column: 'domainName', title: 'Domain name' },
  { column: 'privateIp', title: 'Private IP' },
  { column: 'age', title: 'Age' },
];

interface Props {
  rows: EndpointRow[];
  view: ListView;
  /** The data sources that use an endpoint; undefined while nobody knows. */
  usesOf: UsesOf;
  onChange: (change: Partial<ListView>) => void;
}

/** One page of the list. Where it gets narrow, each row becomes a card with its own labels, which table elements would not
 * survive as a table: hence the roles. The cards have no header: what they are sorted by is chosen above them. */
export function EndpointTable({ rows, view, usesOf, onChange }: Props) {
  const styles = useStyles2(getTableStyles);
  const now = useNow();
  return (
    <div className={styles.container}>
      <div className={styles.table} role="table" aria-label="Private endpoints">
        <div role="rowgroup" className={cx(styles.head, styles.wideOnly)}>
          <div role="row">
            {columns.map(({ column, title }) => (
              <SortHeader
                key={column}
                title={title}
                direction={view.sort === column ? (view.descending ? 'descending' : 'ascending') : undefined}
                onSort={() => onChange({ sort: column, descending: view.sort === column ? !view.descending : false })}
              />
            ))}
            <div role="columnheader">
              <span className={styles.plainHeader}>Used by</span>
            </div>
          </div>
        </div>
        <div role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <EndpointTableRow
              key={row.endpoint.id || row.endpoint.name}
              row={row}
              now={now}
              uses={usesOf?.(row.endpoint)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
