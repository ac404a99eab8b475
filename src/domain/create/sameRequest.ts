import { type Endpoint } from '../endpoint';
import { sameResource } from '../resourceId';
import { createRequest, type CreateRequest } from './createRequest';
import { type CreateDraft } from './draft';
import { findRequestCode, holdsRequestCode } from './requestCode';

/**
 * True when an endpoint is what a request asked for: told by the request code, else by target and message. It settles
 * what became of a request whose answer got lost.
 */
export function isSameRequest(endpoint: Endpoint, request: CreateRequest): boolean {
  const code = findRequestCode(request.requestMessage);
  const sameWords =
    code && endpoint.requestMessage
      ? holdsRequestCode(endpoint.requestMessage, code)
      : endpoint.requestMessage === request.requestMessage;
  return sameWords && sameResource(endpoint.targetId, request.targetId);
}

/** The endpoint that a draft has become: sent, and its answer got lost on the way to this page. Only a request code tells. */
export function sentAs(draft: CreateDraft, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const request = createRequest(draft);
  return request.ok && findRequestCode(draft.requestMessage)
    ? endpoints.find(
        (endpoint) => endpoint.name.toLowerCase() === draft.name.toLowerCase() && isSameRequest(endpoint, request.value)
      )
    : undefined;
}
