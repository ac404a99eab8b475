import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type BackendError } from '../api/errors';
import { type Change, failedTitle } from '../domain/changes/change';
import { type Operation } from '../domain/changes/operation';
import { type Failure } from '../domain/failure';
import { notify } from './notify';
import { CHANGE } from './queries';
import { CANCELED, sendChange, type Waiting } from './sendChange';
import { useLeaveQuestion } from './useLeaveQuestion';
import { watchOperation } from './watchOperation';

/** A change with what calls it off. */
interface SentChange {
  change: Change;
  signal: AbortSignal;
}

/** The one way to change something in Azure, for the part of a page that shows how it goes. */
export interface ChangeState {
  send: (change: Change) => void;
  /** Calls it off while it waits. */
  cancel: () => void;
  isPending: boolean;
  /** What it waits for; undefined while it doesn't. */
  waiting: Waiting | undefined;
  /** Why it wasn't made; undefined where it was, or was called off. */
  failure: Failure | undefined;
}

const inLine: Waiting = { reason: 'Another change from this page is in progress.', until: 0, sent: false };

/**
 * Changes go out at once and one after the other. One that waits lives in memory alone, and only as long as the part of
 * the page that asked for it: leaving asks first, then calls it off.
 * @param onTaken called when Azure took it; `here` is false where the user has left meanwhile
 */
export function useChange(onTaken?: (change: Change, here: boolean) => void): ChangeState {
  const client = useQueryClient();
  const [waits, setWaits] = useState<Waiting>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const { mutate, isPending, isPaused, error } = useMutation<Operation, BackendError, SentChange>({
    mutationKey: CHANGE,
    // There is one workspace at a time, and Azure takes one change to it at a time.
    scope: { id: 'workspace' },
    gcTime: Infinity,
    mutationFn: ({ change, signal }) => sendChange(change, signal, setWaits),
    onSuccess: (operation, { change, signal }) => {
      watchOperation(client, change, operation);
      onTaken?.(change, !signal.aborted);
    },
    onError: ({ code, failure }, { change, signal }) => {
      // Whoever left meanwhile isn't there to see it on the page.
      if (signal.aborted && code !== CANCELED) {
        notify('error', failedTitle(change), [failure.message, failure.hint].filter(Boolean).join(' '));
      }
    },
    onSettled: () => setWaits(undefined),
  });
  const send = useCallback(
    (change: Change) => {
      current.current = new AbortController();
      mutate({ change, signal: current.current.signal });
    },
    [mutate]
  );
  const cancel = useCallback(() => current.current?.abort(), []);
  const waiting = isPending ? (waits ?? (isPaused ? inLine : undefined)) : undefined;
  useLeaveQuestion(waiting !== undefined && !waiting.sent);
  return { send, cancel, isPending, waiting, failure: error && error.code !== CANCELED ? error.failure : undefined };
}

/** True while a change of a kind is being sent, or waits, on any part of the page. */
export function useIsChanging(kind: Change['kind']): boolean {
  return (
    useIsMutating({
      mutationKey: CHANGE,
      predicate: ({ state }) => (state.variables as SentChange | undefined)?.change.kind === kind,
    }) > 0
  );
}
