import { Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { ListEnd } from '../../components/ListEnd';
import { StateFilter } from '../../components/StateFilter';
import { useAllUses } from '../../data/dataSources';
import { usePlace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { countByKind, countByState, listEndpoints } from '../../domain/list/listEndpoints';
import { type EndpointRow } from '../../domain/list/row';
import { defaultListView, pageSize } from '../../domain/list/view';
import { placeTitle } from '../../domain/place';
import { EndpointTable } from './EndpointTable';
import { ListTools } from './ListTools';
import { useListView } from './useListView';

interface Props {
  rows: EndpointRow[];
  endpoints: readonly Endpoint[];
}

/** Search, filters, table and pager. */
export function EndpointResults({ rows, endpoints }: Props) {
  const [view, change] = useListView();
  const place = usePlace();
  const usesOf = useAllUses(endpoints);
  const usersAre = place ? placeTitle(place.place) : '';
  const states = useMemo(() => countByState(rows), [rows]);
  const kinds = useMemo(
    () => countByKind(rows).map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
    [rows]
  );
  const list = useMemo(() => listEndpoints(rows, view), [rows, view]);

  return (
    <Stack direction="column" gap={2}>
      <StateFilter
        label="Filter by state"
        total={list.total}
        counts={states}
        chosen={view.states}
        onChange={(chosen) => change({ states: chosen })}
      />
      <ListTools view={view} kinds={kinds} onChange={change} />
      <EndpointTable rows={list.rows} view={view} usesOf={usesOf} onChange={change} />
      {usersAre && (
        <Text color="secondary" variant="bodySmall">
          {`Used by: ${usersAre.charAt(0).toLowerCase()}${usersAre.slice(1)}`}
        </Text>
      )}
      <ListEnd
        list={list}
        pageSize={pageSize}
        noMatch="No private endpoints match your search"
        onClear={() => change(defaultListView)}
        onPage={(page) => change({ page })}
      />
    </Stack>
  );
}
