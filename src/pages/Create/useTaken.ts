import { useEffect, useRef } from 'react';
import { useWaitingCreates } from '../../data/useWaitingCreates';

/**
 * Calls back when Azure took the request that waited in line for its turn, and its draft went with it.
 * @param name name in the draft; '' once the draft is gone
 */
export function useTaken(workspaceId: string, name: string, onTaken: (name: string) => void): void {
  const waits = useWaitingCreates(workspaceId).has(name.toLowerCase());
  const waited = useRef('');
  useEffect(() => {
    if (waited.current && name === '') {
      onTaken(waited.current);
    }
    waited.current = waits ? name : '';
  }, [waits, name, onTaken]);
}
