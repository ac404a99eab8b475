import { type Endpoint } from '../endpoint';
import { type TargetView } from './status';

type Request = Pick<Endpoint, 'connectionDescription' | 'connectionState' | 'requestMessage'>;

/**
 * What the owner of the target wrote about the request, '' for nothing. While a request is pending, Azure gives our own
 * message back as the description; and a description that only repeats the state says nothing.
 */
export function ownerComment({ connectionDescription, connectionState, requestMessage }: Request): string {
  const words = connectionDescription.trim();
  return words === requestMessage.trim() || words.toLowerCase() === connectionState.toLowerCase() ? '' : words;
}

/** The owner's latest words: those on the target where it tells another decision than the workspace. */
export function latestOwnerComment(endpoint: Endpoint, view: TargetView | undefined): string {
  const newer = view && view.status !== '' && view.status.toLowerCase() !== endpoint.connectionState.toLowerCase();
  return ownerComment(
    newer ? { ...endpoint, connectionDescription: view.description, connectionState: view.status } : endpoint
  );
}
