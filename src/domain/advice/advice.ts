import { ageMs, durationText } from '../age';
import { type DataSource } from '../address/dataSource';
import { type Endpoint } from '../endpoint';
import { proposeFill } from '../fillIn/proposeFill';
import { type Matching, usesOf } from '../matching/matchAll';
import { type Match } from '../matching/matchDataSource';
import { oldRequest } from '../state/need';
import { refreshReason } from '../state/refreshReason';
import { stateWords } from '../state/stateWords';
import { type EndpointStatus, isEndpointReady, needsRefresh, statusOf, type TargetView } from '../state/status';
import { canBeMadePrivate, networkPathOf } from './networkPath';

/** What one click can do about an advice. */
export type AdviceFix = 'makePrivate' | 'fillIn' | 'refresh' | 'openEndpoint' | 'remindOwner' | 'openDataSource';

/** Something worth doing. */
export interface Advice {
  id:
    'public' | 'noEndpoint' | 'notReady' | 'cantConnect' | 'ipMayChange' | 'unused' | 'pendingForDays' | 'notRefreshed';
  severity: 'error' | 'warning' | 'info';
  message: string;
  fix: AdviceFix;
  endpoint?: Endpoint;
  /** State of the endpoint, where the advice is on that. */
  status?: EndpointStatus;
  dataSource?: DataSource;
}

/** What is known of the target's own view of an endpoint. */
export type ViewOf = (endpoint: Endpoint) => TargetView | undefined;

/** Advice on one data source; none on one that is `marked` as public on purpose and is. */
export function dataSourceAdvice(
  dataSource: DataSource,
  matching: Matching,
  viewOf: ViewOf = () => undefined,
  marked = false
): Advice[] {
  const matches = matching.byDataSource.get(dataSource.uid) ?? [];
  const { path, reason } = networkPathOf(dataSource, matches, marked);
  const endpoint = matches[0]?.endpoint;
  if (path === 'public') {
    const fix = canBeMadePrivate(dataSource, matches) ? 'makePrivate' : 'openDataSource';
    return [
      {
        id: 'public',
        severity: 'warning',
        message: `${dataSource.name} uses a public network path. ${reason}`,
        fix,
        endpoint,
        dataSource,
      },
    ];
  }
  if (path === 'notReady' && endpoint) {
    const status = statusOf(endpoint, viewOf(endpoint));
    return [
      {
        id: 'notReady',
        severity: 'error',
        message: `${dataSource.name} can't connect: endpoint ${endpoint.name} isn't ready (${stateWords(status, endpoint).label}).`,
        fix: refreshHelps(status) ? 'refresh' : 'openEndpoint',
        endpoint,
        dataSource,
      },
    ];
  }
  if (path === 'cantConnect' && matches[0]) {
    return [cantConnect(dataSource, matches[0], reason)];
  }
  if (path === 'noEndpoint' && canBeMadePrivate(dataSource, matches)) {
    return [{ id: 'noEndpoint', severity: 'info', message: reason, fix: 'makePrivate', dataSource }];
  }
  return matches[0] ? ipAdvice(dataSource, matches[0]) : [];
}

/** Advice on one endpoint. `now` is in milliseconds since 1970. */
export function endpointAdvice(
  endpoint: Endpoint,
  matching: Matching | undefined,
  view: TargetView | undefined,
  now: number
): Advice[] {
  const status = statusOf(endpoint, view);
  const advice: Advice[] = [];
  const waiting = ageMs(endpoint.createdAt, now);
  if (needsRefresh(status)) {
    advice.push({
      id: 'notRefreshed',
      severity: 'warning',
      message: refreshReason([{ endpoint, status }], undefined),
      fix: 'refresh',
      endpoint,
      status,
    });
  }
  if (status === 'waiting' && waiting !== undefined && waiting >= oldRequest) {
    advice.push({
      id: 'pendingForDays',
      severity: 'warning',
      message: `${endpoint.name} has been waiting for approval for ${durationText(waiting)}.`,
      fix: 'remindOwner',
      endpoint,
    });
  }
  // Without the data sources nobody can say that none uses it.
  if (matching && isEndpointReady(endpoint) && usesOf(matching, endpoint).length === 0) {
    advice.push({
      id: 'unused',
      severity: 'info',
      message: `No data source uses ${endpoint.name}.`,
      fix: 'fillIn',
      endpoint,
    });
  }
  return advice;
}

/** True where the owner has approved, or seems to have, and only the workspace's network doesn't know it. */
function refreshHelps(status: EndpointStatus): boolean {
  return ['approvedProbable', 'approvedNotRefreshed', 'approvedNoAddress'].includes(status);
}

function cantConnect(dataSource: DataSource, { endpoint, by }: Match, reason: string): Advice {
  const proposal = proposeFill({ endpoint, dataSource, host: '', unsafeNumbers: false });
  const mends = proposal.kind === 'change' && proposal.problem === '';
  return {
    id: 'cantConnect',
    severity: 'error',
    message: `${dataSource.name} can't connect. ${reason}`,
    fix: mends ? 'fillIn' : by === 'privateIp' ? 'openEndpoint' : 'openDataSource',
    endpoint,
    dataSource,
  };
}

function ipAdvice(dataSource: DataSource, { endpoint, by }: Match): Advice[] {
  return by === 'privateIp' && endpoint.domainName
    ? [
        {
          id: 'ipMayChange',
          severity: 'info',
          message: `${dataSource.name} uses the private IP address, which may change when ${endpoint.name} is created again. The domain name stays the same.`,
          fix: 'fillIn',
          endpoint,
          dataSource,
        },
      ]
    : [];
}
