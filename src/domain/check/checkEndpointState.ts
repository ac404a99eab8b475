import { type Endpoint } from '../endpoint';
import { type EndpointStatus, isEndpointReady, seemsDecided, statusOf } from '../state/status';
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
      outcome: 'unknown',
      finding: 'The address doesn’t match any private endpoint of this workspace.',
      next: '',
    };
    return { provisioned: none, approved: none, refreshed: none };
  }
  const status = statusOf(endpoint, view);
  const { meaning, next } = stateWords(status, endpoint);
  const steps: StateSteps = {
    provisioned: ok(`${endpoint.name} exists.`),
    approved: ok('The resource owner approved the request.'),
    refreshed: refreshedStep(status, endpoint),
  };
  const stop = stopsAt[status];
  if (stop) {
    steps[stop] = { outcome: 'failed', finding: meaning, next };
  } else if (status !== 'approved') {
    steps.approved = { outcome: 'unknown', finding: meaning, next };
  }
  return steps;
}

// Likely is not known: the workspace's own view is what counts, and only a refresh tells.
function refreshedStep(status: EndpointStatus, endpoint: Endpoint): StepResult {
  if (isEndpointReady(endpoint)) {
    return ok('The workspace has applied the approval.');
  }
  return seemsDecided(status)
    ? {
        outcome: 'failed',
        finding: `The workspace still shows ${endpoint.connectionState}.`,
        next: 'Open the endpoint and refresh.',
      }
    : { outcome: 'unknown', finding: 'The state of the endpoint is unknown.', next: '' };
}
