import { type Endpoint } from '../endpoint';
import { sameResource } from '../resourceId';
import { type CreateRequest } from './createRequest';
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
