import { type Endpoint } from '../endpoint';
import { type EndpointStatus, isUsable, seemsDecided, statusOf } from '../state/status';
import { stateWords } from '../state/stateWords';
import { type CheckFacts, type StepResult } from './checkStep';

type StateSteps = Record<'provisioned' | 'approved' | 'refreshed', StepResult>;

const ok = (finding: string): StepResult => ({ outcome: 'ok', finding, next: '' });

// The step at which each status stops; the others before it are fine.
const stopsAt: Partial<Record<EndpointStatus, keyof StateSteps>> = {
  creating: 'provisioned',
  updating: 'provisioned',
  deleting: 'provisioned',
  failed: 'provisioned',
  waiting: 'approved',
  rejected: 'approved',
  disconnected: 'approved',
  rejectedNotRefreshed: 'approved',
  disconnectedNotRefreshed: 'approved',
  approvedNotRefreshed: 'refreshed',
  approvedNoAddress: 'refreshed',
};

/** The first three steps: created, approved, refreshed. */
export function checkEndpointState({ endpoint, view }: CheckFacts): StateSteps {
  if (!endpoint) {
    const none: StepResult = {
      outcome: 'cantTell',
      finding: 'The address leads to no private endpoint of this workspace.',
      next: '',
    };
    return { provisioned: none, approved: none, refreshed: none };
  }
  const status = statusOf(endpoint, view);
  const steps: StateSteps = {
    provisioned: ok(`${endpoint.name} exists.`),
    approved: ok('The owner of the target approved the request.'),
    refreshed: refreshedStep(endpoint),
  };
  if (seemsDecided(status)) {
    return { ...steps, ...likelySteps(status, endpoint) };
  }
  const stop = stopsAt[status];
  if (stop) {
    const { meaning, next } = stateWords(status, endpoint);
    steps[stop] = { outcome: 'failed', finding: meaning, next };
  } else if (status === 'unknown') {
    const { meaning, next } = stateWords(status, endpoint);
    steps.approved = { outcome: 'cantTell', finding: meaning, next };
    steps.refreshed = { outcome: 'cantTell', finding: 'Without a known state this can not be told.', next: '' };
  }
  return steps;
}

/** Likely is not known: the workspace's own view is what counts, and only a refresh tells. */
function likelySteps(status: EndpointStatus, endpoint: Endpoint): Pick<StateSteps, 'approved' | 'refreshed'> {
  const { meaning, next } = stateWords(status, endpoint);
  const approved: StepResult = { outcome: 'cantTell', finding: meaning, next };
  return isUsable(endpoint)
    ? { approved, refreshed: refreshedStep(endpoint) }
    : {
        approved,
        refreshed: { outcome: 'failed', finding: `The workspace says ${endpoint.connectionState}.`, next: 'Refresh.' },
      };
}

function refreshedStep(endpoint: Endpoint): StepResult {
  return isUsable(endpoint)
    ? ok("The approval stands in the workspace's own view, so its network knows it.")
    : {
        outcome: 'cantTell',
        finding: 'Whether the workspace was refreshed since can not be told.',
        next: 'Refresh to be sure.',
      };
}
