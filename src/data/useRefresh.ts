import { type ChangeState, useChange, useIsChanging } from './useChange';
import { useLastRefresh } from './useFollow';

/** Refreshing the workspace from one part of a page. */
export interface Refresh extends Pick<ChangeState, 'waiting' | 'failure' | 'cancel'> {
  /** One is being sent, waits or runs, whoever started it. */
  busy: boolean;
  start: () => void;
}

/** Refreshes the workspace: this syncs its managed network. */
export function useRefresh(): Refresh {
  const { send, waiting, failure, cancel } = useChange();
  const isSending = useIsChanging('refresh');
  const { isRunning } = useLastRefresh();
  return { busy: isSending || isRunning, waiting, failure, cancel, start: () => send({ kind: 'refresh', name: '' }) };
}
