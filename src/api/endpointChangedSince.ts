import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { endpointChange } from '../domain/fillIn/endpointChange';
import { fetchEndpoint } from './endpoints';
import { toBackendError } from './errors';

/** Reads an endpoint again once its address stands in a data source, and says what is different. A read that fails says nothing. */
export async function endpointChangedSince(before: Endpoint): Promise<Failure | undefined> {
  try {
    return endpointChange(before, await fetchEndpoint(before.name));
  } catch (thrown) {
    return toBackendError(thrown).code === 'azure_not_found' ? endpointChange(before, undefined) : undefined;
  }
}
