import { type DataSource } from '../address/dataSource';
import { hostAndPortOf, readAddress } from '../address/address';
import { kindLabel } from '../catalogue/catalogue';
import { dataSourceName } from '../catalogue/dataSourceTypes';
import { type Endpoint } from '../endpoint';
import { type HealthCategory } from '../health/healthRule';
import { indexEndpoints } from '../matching/endpointIndex';
import { type Match, matchDataSource } from '../matching/matchDataSource';
import { showHidden } from '../outsideText';
import { isEndpointReady, seemsDecided, statusOf } from '../state/status';
import { stateWords, type Tone } from '../state/stateWords';
import { nameOfTarget } from '../target';
import { checkAddress } from './checkAddress';
import { checkConnection } from './checkConnection';
import { checkEndpointState } from './checkEndpointState';
import { checkHealth } from './checkHealth';
import { type CheckFacts, type CheckStep, type StepResult } from './checkStep';
import { pathWarnings } from './pathWarnings';
import { isHealthWorthwhile, runCheck } from './runCheck';

/** What a query passes on its way, in order. */
export type PathNodeId = 'dataSource' | 'address' | 'endpoint' | 'target';

/** One of them with its state. */
export interface PathNode {
  id: PathNodeId;
  /** What it is, such as "Private endpoint". */
  title: string;
  /** Its own name; '' where there is none. */
  name: string;
  /** More of it, such as its type; '' for nothing. */
  detail: string;
  state: string;
  tone: Tone;
}

type Words = Pick<PathNode, 'state' | 'tone'>;

/** Whether traffic gets from one node to the next; `waiting` where it will once a request is created and approved. */
export type PathLink = 'connected' | 'waiting' | 'broken' | 'unknown';

/** The network path of a data source as a picture shows it. */
export interface PathPicture {
  nodes: readonly PathNode[];
  /** One for each pair of neighbors, in order. */
  links: readonly PathLink[];
  /** What to solve first; undefined where no step fails. */
  problem: Pick<CheckStep, 'id' | 'finding' | 'next'> | undefined;
}

/** What is known when the picture is drawn. */
export interface PathFacts extends CheckFacts {
  /** The data sources that use the endpoint, where the picture is the endpoint's; undefined while they aren't known. */
  users?: readonly DataSource[];
}

/** Draws the network path. Without `health` nobody tests the data source now, so its state is the one in the settings. */
export function pathPicture(facts: PathFacts): PathPicture {
  const reply = facts.health && isHealthWorthwhile(facts) ? checkHealth(facts) : undefined;
  return {
    nodes: [dataSourceNode(facts, reply), addressNode(facts), endpointNode(facts), targetNode(facts, reply)],
    links: [toAddress(facts, reply), toEndpoint(facts, reply), toTarget(facts, reply)],
    problem: runCheck(facts).find(({ outcome }) => outcome === 'failed'),
  };
}

const wordsOf: Record<'ok' | 'failed' | 'unknown', Words> = {
  ok: { state: 'Test passed', tone: 'success' },
  failed: { state: 'Test failed', tone: 'error' },
  unknown: { state: 'No test result', tone: 'neutral' },
};

function dataSourceNode({ dataSource, users }: PathFacts, reply: StepResult | undefined): PathNode {
  const node = { id: 'dataSource', title: 'Data source', detail: '' } as const;
  if (users && users.length > 1) {
    const names = users.map(({ name }) => showHidden(name)).join(', ');
    return { ...node, name: `${users.length} data sources`, detail: names, state: 'In use', tone: 'success' };
  }
  if (!dataSource) {
    return { ...node, name: '', state: users ? 'None yet' : 'Unknown', tone: 'neutral' };
  }
  const named = { ...node, name: showHidden(dataSource.name), detail: dataSourceName(dataSource.type) };
  const outcome = reply?.outcome;
  return outcome === 'ok' || outcome === 'failed' || outcome === 'unknown'
    ? { ...named, ...wordsOf[outcome] }
    : { ...named, state: 'Not tested', tone: 'neutral' };
}

function addressNode(facts: PathFacts): PathNode {
  const { dataSource, endpoint } = facts;
  if (!dataSource) {
    return addressToWrite(endpoint);
  }
  const [match] = endpoint ? matchDataSource(indexEndpoints([endpoint]), dataSource) : [];
  return {
    id: 'address',
    title: 'Name or IP',
    name: readAddress(dataSource)?.host ?? '',
    detail: match ? kindsOfAddress[match.by] : '',
    ...addressState(facts),
  };
}

function addressToWrite(endpoint: Endpoint | undefined): PathNode {
  const name = endpoint?.domainName || endpoint?.privateIp || '';
  const detail = endpoint?.domainName ? 'Domain name' : name && 'Private IP';
  const state = name ? 'Not used yet' : 'Not known yet';
  return { id: 'address', title: 'Name or IP', name, detail, state, tone: 'neutral' };
}

function addressState(facts: PathFacts): Words {
  const { outcome } = checkAddress(facts);
  if (outcome === 'failed') {
    return { state: facts.endpoint ? 'Doesn’t use the endpoint' : 'No matching endpoint', tone: 'error' };
  }
  return outcome === 'ok' ? settingsState(checkConnection(facts)) : { state: 'Unknown', tone: 'neutral' };
}

function settingsState({ outcome }: StepResult): Words {
  return outcome === 'failed'
    ? { state: 'Settings don’t match', tone: 'error' }
    : outcome === 'warning'
      ? { state: 'Check settings', tone: 'warning' }
      : { state: 'Uses the endpoint', tone: 'success' };
}

const kindsOfAddress: Record<Match['by'], string> = {
  domainName: 'Domain name',
  wildcard: 'Below the domain name',
  privateIp: 'Private IP',
  service: 'Host name of the target',
  confirmed: 'Confirmed name',
  alias: '',
  scope: '',
};

function endpointNode({ endpoint }: PathFacts): PathNode {
  const node = { id: 'endpoint', title: 'Private endpoint' } as const;
  if (!endpoint) {
    return { ...node, name: '', detail: '', state: 'None', tone: 'neutral' };
  }
  const { label, tone } = stateWords(statusOf(endpoint), endpoint);
  return { ...node, name: endpoint.name, detail: endpoint.privateIp, state: label, tone };
}

function targetNode({ endpoint, view }: PathFacts, reply: StepResult | undefined): PathNode {
  const name = endpoint ? nameOfTarget(endpoint.targetId) : '';
  const detail = endpoint?.targetId ? kindLabel(endpoint.targetId, endpoint.subResources).title : '';
  return {
    id: 'target',
    title: 'Target resource',
    name,
    detail,
    ...(targetReply(reply) ?? ownerState(endpoint, view)),
  };
}

function targetReply(reply: StepResult | undefined): Words | undefined {
  if (reply?.outcome === 'ok') {
    return { state: 'Responds', tone: 'success' };
  }
  return reply?.outcome === 'failed' && reply.category ? replies[reply.category] : undefined;
}

// Where the connection gets to, by what the health check says.
const replies: Partial<Record<HealthCategory, Words>> = {
  route: { state: 'No response', tone: 'error' },
  port: { state: 'Refuses the port', tone: 'error' },
  tls: { state: 'TLS fails', tone: 'error' },
  signIn: { state: 'Authentication fails', tone: 'error' },
  permission: { state: 'Permission missing', tone: 'error' },
  store: { state: 'Responds with an error', tone: 'error' },
};

/** What the owner decided, in the target's own view where that was read. */
function ownerState(endpoint: Endpoint | undefined, view: PathFacts['view']): Words {
  if (!endpoint || !view || view.grade === 'unknown') {
    return { state: 'Unknown', tone: 'neutral' };
  }
  const seen = { ...endpoint, provisioningState: '', connectionState: view.status, privateIp: '-' };
  const { label, tone } = stateWords(statusOf(seen), seen);
  return { state: seemsDecided(statusOf(endpoint, view)) ? `Probably ${label.toLowerCase()}` : label, tone };
}

function toAddress({ dataSource, ...facts }: PathFacts, reply: StepResult | undefined): PathLink {
  if (!dataSource) {
    return 'unknown';
  }
  if (pathWarnings(dataSource).length > 0 || hostAndPortOf(dataSource) || reply?.category === 'address') {
    return 'broken';
  }
  return linkOf(checkConnection({ ...facts, dataSource }));
}

function toEndpoint(facts: PathFacts, reply: StepResult | undefined): PathLink {
  const { dataSource, endpoint } = facts;
  if (reply?.category === 'name') {
    return 'broken';
  }
  if (!dataSource) {
    return endpoint && isEndpointReady(endpoint) ? 'connected' : 'unknown';
  }
  return pathWarnings(dataSource).length > 0 ? 'unknown' : linkOf(checkAddress(facts));
}

function toTarget(facts: PathFacts, reply: StepResult | undefined): PathLink {
  if (reply?.category === 'route' || reply?.category === 'port') {
    return 'broken';
  }
  // It may have answered over another path.
  if (reply?.outcome === 'ok' && checkAddress(facts).outcome === 'ok') {
    return 'connected';
  }
  const links = Object.values(checkEndpointState(facts)).map(linkOf);
  if (links.includes('broken')) {
    return facts.endpoint && isUnderway(facts.endpoint, facts.view) ? 'waiting' : 'broken';
  }
  return links.includes('unknown') ? 'unknown' : 'connected';
}

function isUnderway(endpoint: Endpoint, view: PathFacts['view']): boolean {
  return ['creating', 'waiting'].includes(statusOf(endpoint, view));
}

function linkOf({ outcome }: StepResult): PathLink {
  return outcome === 'failed' ? 'broken' : outcome === 'unknown' ? 'unknown' : 'connected';
}
