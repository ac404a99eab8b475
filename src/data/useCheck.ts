import { useQuery } from '@tanstack/react-query';
import { dataSourcesAt } from '../api/dataSources';
import { fetchTargetView } from '../api/follow';
import { fetchEndpoint, fetchEndpoints } from '../api/endpoints';
import { type BackendError } from '../api/errors';
import { fetchTarget } from '../api/targets';
import { kindOfTarget } from '../domain/catalogue/catalogue';
import { isHealthWorthwhile, runCheck } from '../domain/check/runCheck';
import { type CheckFacts, type CheckStep } from '../domain/check/checkStep';
import { type Endpoint } from '../domain/endpoint';
import { viewOfTarget } from '../domain/following';
import { type HealthAnswer } from '../domain/health/healthAnswer';
import { indexEndpoints } from '../domain/matching/endpointIndex';
import { matchDataSource } from '../domain/matching/matchDataSource';
import { useWithConfirmedHosts } from './confirmedHosts';
import { usePublicMarks } from './publicMarks';
import { AZURE, queries } from './queries';
import { type DataSourcePlace, useKnownPlace } from './workspace';

/** What is checked: a data source, an endpoint, or one over the other; '' for none. */
export interface CheckSubject {
  uid: string;
  endpoint: string;
}

type Facts = Omit<CheckFacts, 'health' | 'publicOnPurpose'>;

/**
 * Runs "Check": everything is read again, then judged in order; the health check runs only where the steps before it
 * let it. `again` starts over.
 */
export function useCheck(subject: CheckSubject) {
  const place = useKnownPlace();
  const confirmed = useWithConfirmedHosts();
  const facts = useQuery({
    queryKey: [...AZURE, 'check', place.place, subject.uid, subject.endpoint.toLowerCase()],
    queryFn: ({ signal }) => readFacts(place, subject, confirmed, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const publicOnPurpose = usePublicMarks().has(subject.uid);
  const known = facts.isFetching || !facts.data ? undefined : { ...facts.data, publicOnPurpose };
  const worthwhile = known !== undefined && isHealthWorthwhile({ ...known, health: undefined });
  const health = useQuery({
    ...queries.health(place.place, subject.uid, facts.dataUpdatedAt),
    gcTime: 0,
    enabled: worthwhile,
  });
  const answer = health.error ? refused(health.error) : health.data;
  const tested = worthwhile ? answer : undefined;
  const steps: CheckStep[] | undefined = known && runCheck({ ...known, health: tested });
  return { facts: known, health: tested, steps, failure: facts.error?.failure, again: () => void facts.refetch() };
}

async function readFacts(
  place: DataSourcePlace,
  { uid, endpoint }: CheckSubject,
  confirmed: ReturnType<typeof useWithConfirmedHosts>,
  signal: AbortSignal
): Promise<Facts> {
  const [read, answered] = await Promise.all([
    uid ? dataSourcesAt(place.place).read(uid, signal) : undefined,
    endpoint ? fetchEndpoint(endpoint, signal).then((one) => [one]) : fetchEndpoints(signal),
  ]);
  const dataSource = read?.dataSource;
  const endpoints = confirmed(answered);
  const found = endpoint
    ? endpoints[0]
    : dataSource && matchDataSource(indexEndpoints(endpoints), dataSource)[0]?.endpoint;
  return {
    endpoint: found,
    // Neither is needed: the owner's side often can't be read.
    view: found && (await fetchTargetView(found.name, signal).then(viewOfTarget, () => undefined)),
    dataSource,
    target:
      found && keepsOwnName(found)
        ? (await fetchTarget(found.targetId, signal).catch(() => undefined))?.target
        : undefined,
    insideManagedNetwork: place.insideManagedNetwork,
  };
}

// Only the target of an Azure service tells a host name that the check compares with.
function keepsOwnName(endpoint: Endpoint): boolean {
  return kindOfTarget(endpoint.targetId)?.address === 'service';
}

// The check itself could not run: that says nothing about the data store.
function refused({ failure }: BackendError): HealthAnswer {
  const raw = [failure.message, failure.hint, failure.cause].filter(Boolean).join('\n');
  return { status: 'unknown', message: `The health check could not run. ${failure.message}`, raw };
}
