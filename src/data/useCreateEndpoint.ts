import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CreateRequest } from '../domain/create/createRequest';
import { createOnce, type CreateResult, lookFor } from './createOnce';
import { keys } from './keys';
import { trackOperation } from './operations';
import { queueAfterConflict } from './writeQueue';

export interface CreateAttempt {
  name: string;
  request: CreateRequest;
  /** Name under which it was sent before with an answer that got lost: it is looked for before anything is sent. */
  sentBefore: string;
  /** Only look, send nothing. */
  lookOnly: boolean;
}

export interface Callbacks {
  /** Called with the name before it is sent, and with '' once it is known that Azure did not take it. */
  note: (sent: string) => void;
  /** Azure took it, which ends the draft with all that was noted. `name` may be that of an earlier attempt. */
  accepted: (name: string) => void;
  /** Somebody else's change runs: it is in line, and the queue sends it. */
  queued: (name: string) => void;
}

/**
 * Asks for an endpoint without ever creating it twice. What it asked for is noted before it is sent, so that a reload
 * in the middle leads to a look and not to a second request.
 */
export function useCreateEndpoint({ note, accepted, queued }: Callbacks) {
  const client = useQueryClient();
  return useMutation<CreateResult, Error, CreateAttempt>({
    mutationFn: async ({ name, request, sentBefore, lookOnly }) => {
      const done = (result: CreateResult, under: string): CreateResult => {
        if (result.state === 'conflict' && queueAfterConflict({ kind: 'create', name, request }, result.failure)) {
          note('');
          queued(name);
          return { state: 'queued' };
        }
        if (result.state !== 'accepted') {
          note(isOpen(result) ? under : '');
          return result;
        }
        if (result.operation) {
          trackOperation(result.operation);
        }
        accepted(under);
        void client.invalidateQueries({ queryKey: keys.endpoints });
        return result;
      };
      if (sentBefore) {
        const found = await lookFor(sentBefore, request);
        const free = found.state === 'absent' || (found.state === 'taken' && sentBefore !== name);
        if (lookOnly || !free) {
          return done(found, sentBefore);
        }
      }
      note(name);
      return done(await createOnce(name, request), name);
    },
  });
}

// A request that Azure may still be working on shows as absent for a moment: before the next try comes another look.
function isOpen(result: CreateResult): boolean {
  return result.state === 'unclear' || (result.state === 'absent' && result.failure !== undefined);
}
