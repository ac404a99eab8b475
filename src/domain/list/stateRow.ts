import { typeLabel, type KindLabel } from '../catalogue/catalogue';
import { type EndpointStateAnswer } from '../endpointState';
import { type StateGroup, stateGroup, stateGroups } from '../state/stateGroup';
import { type EndpointStatus, endpointStatuses, statusOf } from '../state/status';
import { stateWords, type Tone } from '../state/stateWords';
import { type ListOf } from './list';

/** One endpoint as the read-only view lists it. */
export interface StateRow {
  name: string;
  status: EndpointStatus;
  label: string;
  tone: Tone;
  kind: KindLabel;
  createdAt: string;
  /** Lower-case text that the search looks into. */
  searchText: string;
}

export type StateColumn = 'name' | 'kind' | 'state' | 'age';

/** How the read-only view lists endpoints. */
export const stateList: ListOf<StateRow, StateColumn, StateGroup> = {
  sortKeys: {
    name: (row) => row.name,
    kind: (row) => row.kind.title,
    state: (row) => endpointStatuses.indexOf(row.status),
    age: (row) => -Date.parse(row.createdAt),
  },
  firstSort: 'name',
  nameOf: (row) => row.name,
  states: Object.keys(stateGroups) as StateGroup[],
  stateOf: (row) => stateGroup(row.status),
  titleOf: (group) => stateGroups[group],
  kindOf: (row) => row.kind,
  pageSize: 50,
  params: { states: 'state', kinds: 'kind' },
};

/** Prepares what the backend tells of endpoints for the read-only view. */
export function stateRows(endpoints: readonly EndpointStateAnswer[]): StateRow[] {
  return endpoints.map((endpoint) => {
    const { name, resourceType, subResources, createdAt, ready } = endpoint;
    const told = statusOf({ ...endpoint, targetId: '', privateIp: '' });
    // What the endpoint lacks is known to the backend alone.
    const status = told === 'approved' && !ready ? 'approvedNoAddress' : told;
    const { label, tone } = stateWords(status, endpoint);
    const kind = typeLabel(resourceType, subResources);
    return {
      name,
      status,
      label,
      tone,
      kind,
      createdAt,
      searchText: [name, label, kind.title].join('\n').toLowerCase(),
    };
  });
}
