import { type Endpoint } from '../endpoint';
import { type EndpointStatus } from './status';

/** How a state feels: drives colour and icon, which never stand alone. */
export type Tone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

/** Who has to act next. */
export type NextActor = 'you' | 'owner' | 'azure' | 'nobody';

/** A status in words. */
export interface StateWords {
  /** Badge text. */
  label: string;
  tone: Tone;
  /** What the state means. */
  meaning: string;
  who: NextActor;
  /** What happens, or has to happen, next. */
  next: string;
}

type Words = (endpoint: Endpoint) => StateWords;

const words: Record<EndpointStatus, Words> = {
  creating: () => ({
    label: 'Creating',
    tone: 'info',
    meaning: 'Azure is creating the endpoint.',
    who: 'azure',
    next: 'This usually takes a few minutes. The request then goes to the owner of the target.',
  }),
  updating: () => ({
    label: 'Updating',
    tone: 'info',
    meaning: 'Azure is applying a change to the endpoint.',
    who: 'azure',
    next: 'This usually takes a few minutes.',
  }),
  deleting: () => ({
    label: 'Deleting',
    tone: 'neutral',
    meaning: 'Azure is deleting the endpoint.',
    who: 'azure',
    next: 'Data sources that use it stop answering. It disappears from the list when Azure is done.',
  }),
  failed: (endpoint) => ({
    label: endpoint.provisioningState.toLowerCase() === 'canceled' ? 'Canceled' : 'Failed',
    tone: 'error',
    meaning: "Azure couldn't finish the last change to this endpoint, so it may not work.",
    who: 'you',
    next: 'Look at the last operation for the reason, then delete the endpoint and create it again.',
  }),
  waiting: () => ({
    label: 'Waiting for approval',
    tone: 'warning',
    meaning:
      'The workspace knows of no decision yet. No data passes before the owner of the target approves the request.',
    who: 'owner',
    next: 'Ask the owner of the target to approve the request. Nothing is approved automatically. If the owner has approved already, refresh.',
  }),
  approvedNotRefreshed: () => ({
    label: 'Approved, not refreshed yet',
    tone: 'warning',
    meaning:
      "The owner approved the request, but the workspace's network doesn't know it yet, so nothing gets through.",
    who: 'you',
    next: 'Refresh. It syncs the network of the workspace with the decision.',
  }),
  rejectedNotRefreshed: () => ({
    label: 'Rejected, not refreshed yet',
    tone: 'warning',
    meaning: 'The owner rejected the request, and the workspace has not taken that over yet.',
    who: 'you',
    next: 'Talk to the owner of the target. Then delete the endpoint and ask again with the same details.',
  }),
  disconnectedNotRefreshed: () => ({
    label: 'Disconnected, not refreshed yet',
    tone: 'warning',
    meaning: 'The owner removed the connection, and the workspace has not taken that over yet.',
    who: 'you',
    next: 'The connection is gone for good. Delete the endpoint and ask again with the same details.',
  }),
  approvedNoAddress: () => ({
    label: 'Approved, no address yet',
    tone: 'warning',
    meaning: 'The request is approved, but the endpoint has no private IP address yet, so no data source can use it.',
    who: 'you',
    next: 'Refresh. It syncs the network of the workspace and brings the private IP address.',
  }),
  approved: () => ({
    label: 'Approved',
    tone: 'success',
    meaning: 'The private link is up. Data sources of this workspace can use it.',
    who: 'you',
    next: 'Fill the address into your data sources, or check those that use it.',
  }),
  rejected: () => ({
    label: 'Rejected',
    tone: 'error',
    meaning: 'The owner of the target rejected the request.',
    who: 'you',
    next: 'Talk to the owner. Then delete the endpoint and ask again with the same details.',
  }),
  disconnected: () => ({
    label: 'Disconnected',
    tone: 'error',
    meaning: 'The owner removed the connection, or the target is gone. The endpoint is dead and can only be deleted.',
    who: 'you',
    next: 'Delete the endpoint and ask again with the same details if the target is still there.',
  }),
  unknown: (endpoint) => ({
    label: unknownLabel(endpoint),
    tone: 'neutral',
    meaning: `Azure answered a state that this plugin doesn't know: ${unknownParts(endpoint)}.`,
    who: 'nobody',
    next: 'Look at the endpoint in the Azure portal. Refreshing the workspace may clear it up.',
  }),
};

/** Says what an endpoint's status means and who must do what next. */
export function stateWords(status: EndpointStatus, endpoint: Endpoint): StateWords {
  return words[status](endpoint);
}

/** Name of a status for filters and counts, apart from any endpoint. */
export function statusTitle(status: EndpointStatus): string {
  return status === 'unknown' ? 'Unknown state' : words[status](nothingKnown).label;
}

const nothingKnown = { provisioningState: '', connectionState: '' } as Endpoint;

function unknownLabel({ provisioningState, connectionState }: Endpoint): string {
  const settled = ['', 'succeeded'].includes(provisioningState.toLowerCase());
  return (settled ? connectionState : provisioningState) || 'No state told';
}

function unknownParts({ provisioningState, connectionState }: Endpoint): string {
  return `provisioning "${provisioningState || 'nothing'}", connection "${connectionState || 'nothing'}"`;
}
