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
    next: 'The request then goes to the owner of the target.',
  }),
  updating: () => ({
    label: 'Updating',
    tone: 'info',
    meaning: 'Azure is applying a change to the endpoint.',
    who: 'azure',
    next: 'The change holds when Azure is done.',
  }),
  deleting: () => ({
    label: 'Deleting',
    tone: 'neutral',
    meaning: 'Azure is deleting the endpoint.',
    who: 'azure',
    next: 'Data sources that use it stop answering. It disappears from the list when Azure is done.',
  }),
  failed: (endpoint) => ({
    label: isCanceled(endpoint) ? 'Canceled' : 'Failed',
    tone: 'error',
    meaning: isCanceled(endpoint)
      ? 'The last change to this endpoint was stopped before it was done, so it may not work.'
      : "Azure couldn't finish the last change to this endpoint, so it may not work.",
    who: 'you',
    next: 'Mend the reason where you can, then delete the endpoint and ask again with the same details.',
  }),
  waiting: () => ({
    label: 'Waiting for approval',
    tone: 'warning',
    meaning:
      'The workspace knows of no decision yet. No data passes before the owner of the target approves the request.',
    who: 'owner',
    next: 'Ask the owner of the target to approve the request. Nothing is approved automatically. If the owner has approved already, refresh.',
  }),
  approvedLikely: ({ connectionState }) => ({
    label: 'Seems approved',
    tone: 'warning',
    meaning: "The owner seems to have approved it, but the workspace doesn't know, so nothing gets through yet.",
    who: 'you',
    next: `Refresh: it takes the approval over. ${stillSays(connectionState)}`,
  }),
  rejectedLikely: ({ connectionState }) => ({
    label: 'Seems rejected',
    tone: 'warning',
    meaning: 'The owner seems to have rejected it.',
    who: 'you',
    next: `Refresh: it takes the rejection over. ${stillSays(connectionState)}`,
  }),
  disconnectedLikely: ({ connectionState }) => ({
    label: 'Seems disconnected',
    tone: 'warning',
    meaning: 'The owner seems to have removed the connection.',
    who: 'you',
    next: `Refresh: it takes the removal over. ${stillSays(connectionState)}`,
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
  return titles[status] ?? words[status](nothingKnown).label;
}

// States that are told by what Azure says have a title for all of them together.
const titles: Partial<Record<EndpointStatus, string>> = { unknown: 'Unknown state', failed: 'Failed or canceled' };

const nothingKnown = { provisioningState: '', connectionState: '' } as Endpoint;

/** A likely match may be somebody else's connection: only the workspace's answer after a refresh tells. */
function stillSays(connectionState: string): string {
  return `If the workspace still says ${connectionState || 'nothing'} afterwards, the connection is another's: ask the owner.`;
}

function isCanceled({ provisioningState }: Endpoint): boolean {
  return provisioningState.toLowerCase() === 'canceled';
}

function unknownLabel({ provisioningState, connectionState }: Endpoint): string {
  const settled = ['', 'succeeded'].includes(provisioningState.toLowerCase());
  return (settled ? connectionState : provisioningState) || 'No state told';
}

function unknownParts({ provisioningState, connectionState }: Endpoint): string {
  return `provisioning "${provisioningState || 'nothing'}", connection "${connectionState || 'nothing'}"`;
}
