import { FilterInput, MultiCombobox, Stack } from '@grafana/ui';
import React, { useMemo } from 'react';
import { ListEnd } from '../../components/ListEnd';
import { StateFilter } from '../../components/StateFilter';
import { countByType, countByWay, listSources, sortSources } from '../../domain/dataSourceList/listSources';
import { type DataSource } from '../../domain/address/dataSource';
import { type Advice } from '../../domain/advice/advice';
import { type SourceRow } from '../../domain/dataSourceList/row';
import { defaultSourceView } from '../../domain/dataSourceList/view';
import { pageSize } from '../../domain/list/view';
import { DataSourceTable } from './DataSourceTable';
import { useSourceView } from './useSourceView';

interface Props {
  rows: SourceRow[];
  adviceOf: (dataSource: DataSource) => Advice[];
}

/** Search, filters, table and pager. */
export function DataSourceResults({ rows, adviceOf }: Props) {
  const [view, change] = useSourceView();
  const ways = useMemo(() => countByWay(rows), [rows]);
  const types = useMemo(
    () => countByType(rows).map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
    [rows]
  );
  // Sorting takes longest, and typing doesn't change the order.
  const sorted = useMemo(() => sortSources(rows, view.sort, view.descending), [rows, view.sort, view.descending]);
  const list = useMemo(() => listSources(sorted, view), [sorted, view]);
  return (
    <Stack direction="column" gap={2}>
      <StateFilter
        label="Filter by network path"
        total={list.total}
        counts={ways}
        chosen={view.ways}
        onChange={(chosen) => change({ ways: chosen })}
      />
      <Stack direction="row" wrap="wrap" gap={1}>
        <Stack grow={1} basis="280px" direction="column">
          <FilterInput
            aria-label="Search data sources"
            placeholder="Search name, type, address or endpoint"
            value={view.search}
            onChange={(search) => change({ search })}
            escapeRegex={false}
          />
        </Stack>
        <Stack basis="280px" direction="column">
          <MultiCombobox
            aria-label="Filter by type"
            placeholder="All types"
            options={types}
            value={view.types}
            onChange={(chosen) => change({ types: chosen.map(({ value }) => value) })}
          />
        </Stack>
      </Stack>
      <DataSourceTable rows={list.rows} view={view} adviceOf={adviceOf} onChange={change} />
      <ListEnd
        list={list}
        pageSize={pageSize}
        noMatch="No data sources match your search"
        onClear={() => change(defaultSourceView)}
        onPage={(page) => change({ page })}
      />
    </Stack>
  );
}
