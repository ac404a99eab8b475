import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SortHeader } from '../../components/SortHeader';
import { getTableStyles } from '../../components/table.styles';
import { type DataSource } from '../../domain/address/dataSource';
import { type Advice } from '../../domain/advice/advice';
import { type SourceRow } from '../../domain/dataSourceList/row';
import { type SourceColumn, type SourceView } from '../../domain/dataSourceList/view';
import { DataSourceTableRow } from './DataSourceTableRow';

const columns: Array<{ column: SourceColumn; title: string }> = [
  { column: 'name', title: 'Name' },
  { column: 'type', title: 'Type' },
  { column: 'address', title: 'Address' },
  { column: 'way', title: 'Network path' },
];

interface Props {
  rows: SourceRow[];
  view: SourceView;
  adviceOf: (dataSource: DataSource) => Advice[];
  onChange: (change: Partial<SourceView>) => void;
}

/** One page of the list; where it gets narrow, each row becomes a card, hence the roles instead of table elements. */
export function DataSourceTable({ rows, view, adviceOf, onChange }: Props) {
  const styles = useStyles2(getTableStyles);
  return (
    <div className={styles.container}>
      <div className={styles.table} role="table" aria-label="Data sources">
        <div role="rowgroup" className={styles.head}>
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
              <span className={styles.plainHeader}>Next step</span>
            </div>
          </div>
        </div>
        <div role="rowgroup" className={styles.body}>
          {rows.map((row) => (
            <DataSourceTableRow key={row.dataSource.uid} row={row} adviceOf={adviceOf} />
          ))}
        </div>
      </div>
    </div>
  );
}
