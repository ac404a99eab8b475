import { queryOptions } from '@tanstack/react-query';
import { fetchActivity } from '../api/activity';
import { fetchApproval } from '../api/approval';
import { type NamedSource } from '../api/dataSourceClient';
import { dataSourcesAt } from '../api/dataSources';
import { fetchEndpoint, fetchEndpoints } from '../api/endpoints';
import { type BackendError, toBackendError } from '../api/errors';
import { fetchOperation } from '../api/operations';
import { fetchSettings } from '../api/settings';
import { fetchSetup, fetchSignIn, fetchWorkspace, fetchWorkspaces } from '../api/setup';
import { fetchStates } from '../api/states';
import { fetchRights, fetchTarget, fetchTargets } from '../api/targets';
import { type Operation } from '../domain/changes/operation';
import { type RightKey, type RightState } from '../domain/permissions';
import { type Place } from '../domain/place';
import { resourceKey } from '../domain/resourceId';
import { fewAtATime } from './fewAtATime';

/** The first part of the key of all that depends on the stored settings, so that saving can drop it at once. */
export const AZURE = ['azure'];

/** Key of all mutations that change something in Azure. */
export const CHANGE = ['change'];

/** Key of the answer to following the workspace. */
export const FOLLOW = [...AZURE, 'follow'];

function query<T>(queryKey: readonly unknown[], read: (signal: AbortSignal) => Promise<T>) {
  return queryOptions({ queryKey, queryFn: ({ signal }) => read(signal) });
}

const azure = <T>(key: readonly unknown[], read: (signal: AbortSignal) => Promise<T>) =>
  query([...AZURE, ...key], read);

/** What the identity seems allowed to do; a right that is missing here isn't known. */
export type Rights = Partial<Record<RightKey, RightState>>;

/** Everything that is read, each with its key. */
export const queries = {
  /** What Grafana stores of the app. */
  settings: query(['settings'], fetchSettings),
  /** The clouds and sign-in methods that this Grafana offers. */
  signIn: query(['signIn'], fetchSignIn),
  /** How the data sources of this Grafana sign in. */
  dataSourceIdentities: query(['dataSourceIdentities'], (signal) => dataSourcesAt('local').list(signal)),
  /** The check of the stored settings. */
  setup: azure(['setup'], fetchSetup),
  /** The workspaces that the stored identity can see. */
  workspaces: azure(['workspaces'], fetchWorkspaces),
  /** The configured workspace. */
  workspace: azure(['workspace'], fetchWorkspace),
  /** The states of all endpoints, for those who may see no more. */
  states: azure(['states'], fetchStates),
  /** All endpoints of the workspace; `dataUpdatedAt` tells when they were read. */
  endpoints: azure(['endpoints'], fetchEndpoints),
  endpoint: (name: string) => azure(['endpoints', name.toLowerCase()], (signal) => fetchEndpoint(name, signal)),
  /** What someone has to know before they decide on the request of an endpoint, on the connection that was seen. */
  approval: (name: string, connectionId: string) =>
    azure(['approval', name.toLowerCase(), connectionId.toLowerCase()], (signal) => fetchApproval(name, signal)),
  /** What Azure's activity log tells of the workspace's endpoints; its events are minutes late anyway. */
  activity: { ...azure(['activity'], fetchActivity), staleTime: 60_000 },
  /** Resources of a type whose name, group or id holds the words; the last results stay while it is searched anew. */
  targets: (type: string, words: string) => ({
    ...azure(['targets', type.toLowerCase(), words], (signal) => fetchTargets(type, words, signal)),
    placeholderData: <T>(found: T, before?: { queryKey: readonly unknown[] }) =>
      before?.queryKey[2] === type.toLowerCase() ? found : undefined,
  }),
  /** One target by its resource ID; '' reads nothing. */
  target: (id: string) => ({
    ...azure(['target', resourceKey(id)], (signal) => fetchTarget(id, signal)),
    enabled: id !== '',
  }),
  /** The identity's rights on the workspace. */
  rights: azure<Rights>(['rights'], async (signal) =>
    Object.fromEntries((await fetchRights(signal)).map(({ key, state }) => [key, state]))
  ),
  /** All data sources of a place, in their short form. */
  dataSources: (place: Place) => azure(['dataSources', place], (signal) => dataSourcesAt(place).list(signal)),
  /** A data source as it is written back. What is shown is what is written: no old reading comes back on a later visit. */
  dataSource: (place: Place, uid: string) => ({
    ...azure(['dataSource', place, uid], (signal) => dataSourcesAt(place).read(uid, signal)),
    staleTime: Infinity,
    gcTime: 0,
  }),
  /** Several data sources whole, for code that is made of them; one that can't be read has its failure instead. */
  wholeDataSources: (place: Place, sources: readonly NamedSource[]) => ({
    ...azure(['wholeDataSources', place, ...sources.map(({ uid }) => uid)], (signal) =>
      fewAtATime(sources, async ({ uid, name }) => {
        try {
          return { name, read: await dataSourcesAt(place).read(uid, signal), failure: undefined };
        } catch (thrown) {
          signal.throwIfAborted();
          return { name, read: undefined, failure: toBackendError(thrown).failure };
        }
      })
    ),
    gcTime: 0,
  }),
  /** A data source's own health check, once for each `at` (milliseconds since 1970): a change asks anew. */
  health: (place: Place, uid: string, at: number) => ({
    ...azure(['health', place, uid, at], (signal) => dataSourcesAt(place).health(uid, signal)),
    staleTime: Infinity,
  }),
  /** What may be done with the data sources of a place. */
  access: (place: Place) => azure(['access', place], (signal) => dataSourcesAt(place).access(signal)),
  /** What uses some data sources of a place. */
  dependents: (place: Place, sources: readonly NamedSource[]) => ({
    ...azure(['dependents', place, ...sources.map(({ uid }) => uid)], (signal) =>
      dataSourcesAt(place).dependents(sources, signal)
    ),
    enabled: sources.length > 0,
  }),
  /** How an operation is going; asked again until it ends, soon at first, then ever slower. */
  operation: (operation: Operation) =>
    queryOptions({
      queryKey: [...AZURE, 'operation', operation.kind, operation.name, operation.statusPath, operation.createdAt],
      queryFn: ({ signal }) => fetchOperation(operation, signal),
      refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : pause(state)),
      staleTime: Infinity,
      gcTime: Infinity,
    }),
};

interface Asked {
  dataUpdateCount: number;
  error: BackendError | null;
}

function pause({ dataUpdateCount: asked, error }: Asked): number {
  const own = error ? 15_000 : asked < 10 ? 3_000 : asked < 30 ? 6_000 : 15_000;
  return Math.max(own, (error?.failure.retryAfter ?? 0) * 1_000);
}
