import { fetchEndpoint } from '../api/endpoints';
import { toBackendError } from '../api/errors';
import { createEndpoint } from '../api/operations';
import { type CreateRequest } from '../domain/create/createRequest';
import { isSameRequest } from '../domain/create/sameRequest';
import { type Failure, isOutcomeUnknown } from '../domain/failure';
import { type Operation } from '../domain/operations/operation';

/**
 * What became of a request.
 * - `accepted`: Azure took it. `operation` is undefined where the endpoint was found after its answer got lost.
 * - `conflict`: another change to the workspace runs; nothing was done. `queued`: it waits in line for that one's end.
 * - `refused`: nothing was done, and trying the same again is of no use.
 * - `taken`: another endpoint has this name.
 * - `absent`: its answer got lost (`failure`), and the endpoint isn't there; `failure` is undefined after a mere look.
 * - `unclear`: its answer got lost, and the endpoint can't be read.
 */
export type CreateResult =
  | { state: 'accepted'; operation: Operation | undefined }
  | { state: 'conflict' | 'refused' | 'unclear'; failure: Failure }
  | { state: 'taken' | 'queued' }
  | { state: 'absent'; failure: Failure | undefined };

/** Asks for an endpoint, once. When the answer gets lost, the endpoint is read before anybody can try again. */
export async function createOnce(name: string, request: CreateRequest): Promise<CreateResult> {
  try {
    return { state: 'accepted', operation: await createEndpoint(name, request) };
  } catch (thrown) {
    const { failure } = toBackendError(thrown);
    if (failure.code === 'azure_conflict') {
      return { state: 'conflict', failure };
    }
    // A name that is suddenly in use may be our own request of a moment ago.
    if (isOutcomeUnknown(failure.code) || failure.code === 'endpoint_exists') {
      return lookFor(name, request, failure);
    }
    return { state: 'refused', failure };
  }
}

/** Looks whether a request whose answer got lost has become an endpoint. Changes nothing. */
export async function lookFor(name: string, request: CreateRequest, lost?: Failure): Promise<CreateResult> {
  try {
    const endpoint = await fetchEndpoint(name);
    return isSameRequest(endpoint, request) ? { state: 'accepted', operation: undefined } : { state: 'taken' };
  } catch (thrown) {
    const { failure } = toBackendError(thrown);
    return failure.code === 'azure_not_found'
      ? { state: 'absent', failure: lost }
      : { state: 'unclear', failure: lost ?? failure };
  }
}
