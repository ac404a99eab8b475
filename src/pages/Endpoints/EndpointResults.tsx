import React, { useCallback, useMemo, useState } from 'react';
import { ListResults } from '../../components/ListResults';
import { type ListSelection } from '../../components/ListTable';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointColumn, endpointList, type EndpointRow } from '../../domain/list/row';
import { isDeadEnd } from '../../domain/state/status';
import { ChosenActions } from './ChosenActions';
import { useEndpointColumns } from './useEndpointColumns';

const sortOptions: Array<{ value: EndpointColumn; label: string }> = [
  { value: 'need', label: 'Needs attention' },
  { value: 'name', label: 'Name' },
  { value: 'target', label: 'Target' },
  { value: 'state', label: 'State' },
  { value: 'domainName', label: 'Domain name' },
  { value: 'privateIp', label: 'Private IP' },
  { value: 'age', label: 'Age' },
  { value: 'subResource', label: 'Sub-resource' },
];

/** Tells an endpoint from others, also from one that had its name before. */
export const endpointKey = ({ endpoint }: EndpointRow) => `${endpoint.id || endpoint.name}@${endpoint.createdAt}`;

interface Props {
  rows: EndpointRow[];
  endpoints: readonly Endpoint[];
}

/** The endpoints, with the data sources that use each. Those that can only be deleted can be chosen, to delete several. */
export function EndpointResults({ rows, endpoints }: Props) {
  const columns = useEndpointColumns(endpoints);
  const [keys, setKeys] = useState<ReadonlySet<string>>(nothing);
  const onToggle = useCallback((toggled: readonly EndpointRow[], isChosen: boolean) => {
    setKeys((before) => {
      const after = new Set(before);
      toggled.map(endpointKey).forEach((key) => (isChosen ? after.add(key) : after.delete(key)));
      return after;
    });
  }, []);
  const selection = useMemo(
    (): ListSelection<EndpointRow> => ({
      canChoose: ({ status }) => isDeadEnd(status),
      onToggle,
      labelOf: ({ endpoint }) => `Select ${endpoint.name}`,
      allLabel: 'Select all that are rejected, disconnected or failed',
    }),
    [onToggle]
  );
  // What was deleted meanwhile, or works again, isn't chosen any more.
  const chosen = useMemo(() => rows.filter((row) => keys.has(endpointKey(row)) && isDeadEnd(row.status)), [rows, keys]);
  const chosenKeys = useMemo(() => new Set(chosen.map(endpointKey)), [chosen]);
  return (
    <ListResults
      list={endpointList}
      rows={rows}
      columns={columns}
      keyOf={endpointKey}
      things="private endpoints"
      searched="Search name, target, domain name, IP, message or tag"
      stateName="state"
      kindName="resource type"
      allKinds="All resource types"
      sortOptions={sortOptions}
      selection={rows.some(({ status }) => isDeadEnd(status)) ? selection : undefined}
      chosen={chosenKeys}
      actions={<ChosenActions rows={chosen} onClear={() => setKeys(nothing)} />}
    />
  );
}

const nothing: ReadonlySet<string> = new Set();
