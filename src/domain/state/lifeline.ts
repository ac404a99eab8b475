import { type Activity } from '../activity';
import { ageMs, agoText } from '../age';
import { type OperationProgress } from '../changes/operation';
import { type Endpoint } from '../endpoint';
import { type Following, type KnownView } from '../following';
import { latestOwnerComment } from './ownerComment';
import { byText, lastRefreshText, refreshText, type RefreshLog } from './refreshText';
import { type EndpointStatus, isEndpointReady, isPast, needsRefresh, seemsDecided } from './status';
import { elapsedText, workingSince } from './workingFor';

/** What happens to a request, in order. */
type LifeStepId = 'requested' | 'sent' | 'decided' | 'refreshed' | 'inUse';

/** How far it is; `unknown` where nobody tells. */
export type LifeState = 'done' | 'current' | 'todo' | 'failed' | 'unknown';

/** One step of an endpoint's life. */
export interface LifeStep {
  id: LifeStepId;
  title: string;
  state: LifeState;
  /** When, by whom or why, as far as it is known. */
  detail: string;
  /** What the owner wrote; '' for nothing. */
  comment: string;
}

/** What is known of an endpoint's life. */
export interface LifeFacts {
  endpoint: Endpoint;
  status: EndpointStatus;
  view: KnownView | undefined;
  refresh: Following['refresh'] | undefined;
  progress: OperationProgress | undefined;
  /** Azure's activity log of the workspace. */
  log: RefreshLog;
  /** How many data sources use it; undefined where that isn't known. */
  uses: number | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** Tells how far an endpoint is on its way from request to use. */
export function lifeOf(facts: LifeFacts): LifeStep[] {
  return [requested(facts), sent(facts), decided(facts), refreshed(facts), inUse(facts)];
}

/** The life of an endpoint that is about to be requested from the owner of a target. */
export function lifeAhead(targetName: string): LifeStep[] {
  return [
    step('requested', 'Requested', 'current', 'When you create the endpoint'),
    step('sent', 'Sent to owner', 'todo', 'Azure takes a few minutes. Then send the approval request.'),
    step('decided', 'Approval', 'todo', `The owner of ${targetName} approves or rejects the request.`),
    step('refreshed', 'Refreshed', 'todo', 'Automatic or manual. Traffic flows only after that.'),
    step('inUse', 'In use', 'todo', 'When data sources use it'),
  ];
}

const step = (id: LifeStepId, title: string, state: LifeState, detail: string, comment = ''): LifeStep => ({
  id,
  title,
  state,
  detail,
  comment,
});

function requested({ endpoint: { name, createdAt, createdBy }, log, now }: LifeFacts): LifeStep {
  const logged = log.activity?.find((one) => one.what === 'created' && isOf(one, name));
  const age = ageMs(createdAt || (logged?.time ?? ''), now);
  const by = byText({ own: false, who: createdBy || (logged?.who ?? '') });
  const told = [age !== undefined && agoText(now - age, now), by].filter(Boolean).join(' ');
  return step('requested', 'Requested', 'done', told || 'When and by whom is unknown');
}

function isOf({ endpoint }: Activity, name: string): boolean {
  return endpoint?.toLowerCase() === name.toLowerCase();
}

function sent({ endpoint, status, view, now }: LifeFacts): LifeStep {
  if (status === 'creating') {
    const elapsed = workingSince(status, endpoint, now);
    const detail = elapsed === undefined ? 'Azure is creating the endpoint' : elapsedText(elapsed);
    return step('sent', 'Sent to owner', 'current', detail);
  }
  if (status === 'failed' && !endpoint.connectionState) {
    return step('sent', 'Sent to owner', 'failed', 'Azure couldn’t create the endpoint');
  }
  // A target that wasn't read, or couldn't be, says nothing.
  const seen = view && !view.error ? matches[view.grade] : '';
  return step('sent', 'Sent to owner', endpoint.connectionState || status !== 'unknown' ? 'done' : 'unknown', seen);
}

const matches = {
  confirmed: 'Found on the target',
  probable: 'Probably found on the target',
  unknown: 'Not seen on the target',
};

const decisions = { approved: 'Approved', rejected: 'Rejected', disconnected: 'Disconnected' };

function decided({ endpoint, status, view }: LifeFacts): LifeStep {
  const comment = latestOwnerComment(endpoint, view);
  // While a change runs or fails, the status tells of that alone.
  const told = [status, endpoint.connectionState.toLowerCase()];
  const decision = (['approved', 'rejected', 'disconnected'] as const).find((one) =>
    told.some((state) => state.startsWith(one))
  );
  if (decision) {
    const title = seemsDecided(status) ? `Probably ${decision}` : decisions[decision];
    const state = decision === 'approved' ? 'done' : 'failed';
    return step('decided', title, state, 'Azure doesn’t tell when or by whom', comment);
  }
  if (status === 'waiting') {
    return step('decided', 'Approval', 'current', 'Waiting for the resource owner. Checked automatically.', comment);
  }
  const isUnasked = status === 'creating' || (status === 'failed' && !endpoint.connectionState);
  return step('decided', 'Approval', isUnasked ? 'todo' : 'unknown', '', comment);
}

function refreshed({ endpoint, status, refresh, progress, log, now }: LifeFacts): LifeStep {
  const due = needsRefresh(status) || seemsDecided(status);
  if (isEndpointReady(endpoint) && !due) {
    return step('refreshed', 'Refreshed', 'done', lastRefreshText(refresh, progress, now, log));
  }
  const text = isPast(status) && !due ? '' : refreshText(refresh, progress, now, log);
  return step('refreshed', 'Refreshed', due ? 'current' : 'todo', text);
}

function inUse({ endpoint, status, uses }: LifeFacts): LifeStep {
  const tell = (state: LifeState, detail: string) => step('inUse', 'In use', state, detail);
  if (status === 'unknown') {
    return tell('unknown', uses ? `By ${count(uses)}` : '');
  }
  if (!isEndpointReady(endpoint)) {
    const cannot = isPast(status) ? 'can’t connect' : 'can’t connect yet';
    return tell('todo', uses ? `${count(uses)} ${cannot}` : '');
  }
  if (uses === undefined) {
    return tell('unknown', 'Data sources unknown');
  }
  return uses > 0 ? tell('done', `By ${count(uses)}`) : tell('current', 'No data source uses it yet');
}

const count = (uses: number) => (uses === 1 ? '1 data source' : `${uses} data sources`);

/** Why the last change of an endpoint failed, by the activity log; '' where that doesn't say. */
export function loggedReason(activity: readonly Activity[] | undefined, name: string): string {
  const last = activity?.find((one) => isOf(one, name));
  return last?.outcome === 'failed' ? last.reason : '';
}
