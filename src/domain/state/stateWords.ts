import { type Endpoint } from '../endpoint';
import { type EndpointStatus } from './status';

/** How a state feels: drives colour and icon, which never stand alone. */
export type Tone = 'success' | 'info' | 'warning' | 'error' | 'neutral';

/** A status in words. */
export interface StateWords {
  /** Badge text. */
  label: string;
  tone: Tone;
  /** What the state means. */
  meaning: string;
  /** What happens, or has to happen, next. */
  next: string;
}

/** Azure's two states. */
type Told = Pick<Endpoint, 'provisioningState' | 'connectionState'>;

type Words = (endpoint: Told) => StateWords;

const words: Record<EndpointStatus, Words> = {
  creating: () => ({
    label: 'Creating',
    tone: 'info',
    meaning: 'Azure is creating the endpoint.',
    next: 'The resource owner receives the request when Azure has finished.',
  }),
  updating: () => ({
    label: 'Updating',
    tone: 'info',
    meaning: 'Azure is applying a change to the endpoint.',
    next: 'The change takes effect when Azure has finished.',
  }),
  deleting: () => ({
    label: 'Deleting',
    tone: 'info',
    meaning: 'Azure is deleting the endpoint.',
    next: 'Data sources that use this endpoint stop working. It disappears from the list when Azure has finished.',
  }),
  failed: (endpoint) => ({
    label: isCanceled(endpoint) ? 'Canceled' : 'Failed',
    tone: 'error',
    meaning: isCanceled(endpoint)
      ? 'The last change to this endpoint was canceled, so it may not work.'
      : 'The last change to this endpoint failed, so it may not work.',
    next: 'Fix the cause, then delete the endpoint and request it again.',
  }),
  waiting: () => ({
    label: 'Pending approval',
    tone: 'warning',
    meaning: 'Waiting for the resource owner to approve. Data sources can’t use this endpoint until then.',
    next: 'Ask the resource owner to approve the request. If it’s already approved, refresh.',
  }),
  approvedProbable: ({ connectionState }) => ({
    label: 'Probably approved',
    tone: 'warning',
    meaning: "The resource owner has probably approved the request, but the approval isn't active yet.",
    next: `Refresh to apply the approval. ${stillSays(connectionState)}`,
  }),
  rejectedProbable: ({ connectionState }) => ({
    label: 'Probably rejected',
    tone: 'warning',
    meaning: 'The resource owner has probably rejected the request.',
    next: `Refresh to apply the rejection. ${stillSays(connectionState)}`,
  }),
  disconnectedProbable: ({ connectionState }) => ({
    label: 'Probably disconnected',
    tone: 'warning',
    meaning: 'The resource owner has probably removed the connection.',
    next: `Refresh to apply the removal. ${stillSays(connectionState)}`,
  }),
  approvedNotRefreshed: () => ({
    label: 'Approved, not active yet',
    tone: 'warning',
    meaning: "The resource owner approved the request, but the approval isn't active yet. Data sources can't connect.",
    next: 'Refresh to apply the approval to the managed network.',
  }),
  rejectedNotRefreshed: () => ({
    label: 'Rejected, not applied yet',
    tone: 'warning',
    meaning: 'The resource owner rejected the request. The workspace hasn’t applied the rejection yet.',
    next: 'Talk to the resource owner. Then delete the endpoint and request it again.',
  }),
  disconnectedNotRefreshed: () => ({
    label: 'Disconnected, not applied yet',
    tone: 'warning',
    meaning: 'The resource owner removed the connection. The workspace hasn’t applied the removal yet.',
    next: 'The connection can’t be restored. Delete the endpoint and request it again.',
  }),
  approvedNoAddress: () => ({
    label: 'Approved, waiting for private IP',
    tone: 'warning',
    meaning: 'The request is approved, but the endpoint has no private IP address yet. Data sources can’t use it.',
    next: 'Refresh to get the private IP address.',
  }),
  approved: () => ({
    label: 'Approved',
    tone: 'success',
    meaning: 'The private link is active. Data sources of this workspace can use it.',
    next: 'Use this endpoint in your data sources, or test the ones that already use it.',
  }),
  rejected: () => ({
    label: 'Rejected',
    tone: 'error',
    meaning: 'The resource owner rejected the request.',
    next: 'Talk to the resource owner. Then delete the endpoint and request it again.',
  }),
  disconnected: () => ({
    label: 'Disconnected',
    tone: 'error',
    meaning: 'The resource owner removed the connection, or the target was deleted. This endpoint no longer works.',
    next: 'Delete the endpoint. If the target still exists, request it again.',
  }),
  unknown: (endpoint) => ({
    label: unknownLabel(endpoint),
    tone: 'neutral',
    meaning: `Azure returned an unknown state: ${unknownParts(endpoint)}.`,
    next: 'View the endpoint in the Azure portal. A refresh may resolve it.',
  }),
};

/** Says what an endpoint's status means and what happens, or has to happen, next. */
export function stateWords(status: EndpointStatus, endpoint: Told): StateWords {
  return words[status](endpoint);
}

/** A probable match may be someone else's connection: only the workspace's answer after a refresh tells. */
function stillSays(connectionState: string): string {
  return `If the state stays ${connectionState || 'nothing'}, the connection belongs to another workspace; ask the resource owner.`;
}

function isCanceled({ provisioningState }: Told): boolean {
  return provisioningState.toLowerCase() === 'canceled';
}

function unknownLabel({ provisioningState, connectionState }: Told): string {
  const settled = ['', 'succeeded'].includes(provisioningState.toLowerCase());
  return (settled ? connectionState : provisioningState) || 'No state';
}

function unknownParts({ provisioningState, connectionState }: Told): string {
  return `provisioning "${provisioningState || 'nothing'}", connection "${connectionState || 'nothing'}"`;
}
