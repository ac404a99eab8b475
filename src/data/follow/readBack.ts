import { fetchEndpoint } from '../../api/endpoints';
import { toBackendError } from '../../api/errors';
import { isSameRequest } from '../../domain/create/sameRequest';
import { type Endpoint } from '../../domain/endpoint';
import { isSettling } from '../../domain/state/status';
import { holdsChange } from '../holdsChange';
import { type WriteCommand } from '../writeCommand';

/** What a read tells about a write whose answer got lost. */
export type Outcome = 'done' | 'running' | 'notTaken';

/**
 * Reads whether Azure took a write. A refresh leaves no trace to read, and repeating it harms nothing: not taken.
 * @throws BackendError when the endpoint can't be read
 */
export async function readBack(command: WriteCommand): Promise<Outcome> {
  if (command.kind === 'refresh') {
    return 'notTaken';
  }
  const endpoint = await find(command.name);
  if (command.kind === 'delete') {
    return !endpoint ? 'done' : isDeleting(endpoint) ? 'running' : 'notTaken';
  }
  if (!endpoint || !holds(endpoint, command)) {
    return 'notTaken';
  }
  return isSettling(endpoint) ? 'running' : 'done';
}

/** True when an endpoint is as a command wanted it. */
function holds(endpoint: Endpoint, command: WriteCommand): boolean {
  switch (command.kind) {
    case 'create':
      return isSameRequest(endpoint, command.request);
    case 'update':
      return holdsChange(endpoint, command.change);
    default:
      return false;
  }
}

function isDeleting({ provisioningState }: Endpoint): boolean {
  return ['deleting', 'deleted'].includes(provisioningState.toLowerCase());
}

async function find(name: string): Promise<Endpoint | undefined> {
  try {
    return await fetchEndpoint(name);
  } catch (thrown) {
    const error = toBackendError(thrown);
    if (error.code === 'azure_not_found') {
      return undefined;
    }
    throw error;
  }
}
