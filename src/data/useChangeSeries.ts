import { type QueryClient, QueryObserver, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toBackendError } from '../api/errors';
import { type Change, type Waiting } from '../domain/changes/change';
import { type Operation } from '../domain/changes/operation';
import { type Failure } from '../domain/failure';
import { queries } from './queries';
import { CANCELED } from './sendChange';
import { useSender } from './useChange';
import { useLeaveQuestion } from './useLeaveQuestion';

/** How one change of a series is going. */
export type SeriesStep =
  | { status: 'queued' }
  | { status: 'sending'; waiting?: Waiting }
  | { status: 'taken' }
  | { status: 'stopped' }
  | { status: 'failed'; failure: Failure };

/** Several changes to endpoints, sent one after the other: one that fails doesn't keep the others. */
export interface ChangeSeries {
  /** @returns true once Azure took them all */
  send: (changes: readonly Change[]) => Promise<boolean>;
  /** Sends nothing more. What is on its way goes on. */
  stop: () => void;
  isRunning: boolean;
  /** How the change to an endpoint is going; undefined where none was asked for. */
  stepOf: (name: string) => SeriesStep | undefined;
}

/**
 * Like `useChange`, for several at a click. What wasn't sent when the user leaves is never sent: leaving asks first.
 * @param onTaken called when Azure took one
 */
export function useChangeSeries(onTaken: (change: Change) => void): ChangeSeries {
  const client = useQueryClient();
  const { mutateAsync, waiting } = useSender(onTaken);
  const [steps, setSteps] = useState<ReadonlyMap<string, SeriesStep>>(new Map());
  const [isRunning, setIsRunning] = useState(false);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const stop = useCallback(() => current.current?.abort(), []);

  const send = async (changes: readonly Change[]): Promise<boolean> => {
    const { signal } = (current.current = new AbortController());
    const note = ({ name }: Change, step: SeriesStep) => setSteps((before) => new Map(before).set(name, step));
    changes.forEach((change) => note(change, { status: 'queued' }));
    setIsRunning(true);
    let isWhole = true;
    for (const [index, change] of changes.entries()) {
      if (!signal.aborted) {
        note(change, { status: 'sending' });
      }
      try {
        // One that is called off before it is its turn is refused without a call.
        const { operation } = await mutateAsync({ change, signal });
        note(change, { status: 'taken' });
        if (index < changes.length - 1) {
          // Azure refuses the next one for as long as this one runs.
          await untilOver(client, operation, signal);
        }
      } catch (thrown) {
        const { code, failure } = toBackendError(thrown);
        isWhole = false;
        note(change, code === CANCELED ? { status: 'stopped' } : { status: 'failed', failure });
      }
    }
    setIsRunning(false);
    return isWhole;
  };

  const list = [...steps.values()];
  const isUnsent = list.some(({ status }) => status === 'queued') || (waiting !== undefined && !waiting.sent);
  useLeaveQuestion(isRunning && isUnsent);
  const stepOf = (name: string) => {
    const step = steps.get(name);
    return step?.status === 'sending' ? { ...step, waiting } : step;
  };
  return { send, stop, isRunning, stepOf };
}

/** Waits until an operation ended, can't be followed, or nobody wants to know any more. */
function untilOver(client: QueryClient, operation: Operation, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const observer = new QueryObserver(client, queries.operation(operation));
    const stop = observer.subscribe(({ data, isError }) => {
      if (isError || (data && data.status !== 'running')) {
        end();
      }
    });
    const end = () => {
      stop();
      resolve();
    };
    signal.addEventListener('abort', end);
    if (signal.aborted) {
      end();
    }
  });
}
