import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import {
  type QueryClient,
  QueryObserver,
  skipToken,
  useIsMutating,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { findEndpoint } from '../api/endpoints';
import { type BackendError } from '../api/errors';
import { type SentChange } from '../api/operations';
import { type Change, doneText, failedTitle, isDecision, type Waiting } from '../domain/changes/change';
import { type Operation, type OperationProgress } from '../domain/changes/operation';
import { describeDifference } from '../domain/changes/outcome';
import { lostTags } from '../domain/changes/tagDifference';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { CHANGE, FOLLOW, queries } from './queries';
import { CANCELED, sendChange } from './sendChange';
import { useLeaveQuestion } from './useLeaveQuestion';

/** A change with what calls it off. */
interface CallableChange {
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
  const { mutate, isPending, waiting, error } = useSender(onTaken);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const send = useCallback(
    (change: Change) => {
      current.current = new AbortController();
      mutate({ change, signal: current.current.signal });
    },
    [mutate]
  );
  const cancel = useCallback(() => current.current?.abort(), []);
  useLeaveQuestion(waiting !== undefined && !waiting.sent);
  return { send, cancel, isPending, waiting, failure: error && error.code !== CANCELED ? error.failure : undefined };
}

/** Sends changes, each with the signal that calls it off, through the one queue of the workspace. */
export function useSender(onTaken?: (change: Change, here: boolean) => void) {
  const client = useQueryClient();
  const [waits, setWaits] = useState<Waiting>();
  const { mutate, mutateAsync, isPending, isPaused, error } = useMutation<SentChange, BackendError, CallableChange>({
    mutationKey: CHANGE,
    // There is one workspace at a time, and Azure takes one change to it at a time.
    scope: { id: 'workspace' },
    gcTime: Infinity,
    mutationFn: ({ change, signal }) => sendChange(change, signal, setWaits),
    onSuccess: (sent, { change, signal }) => {
      watchOperation(client, change, sent);
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
  const waiting = isPending ? (waits ?? (isPaused ? inLine : undefined)) : undefined;
  return { mutate, mutateAsync, isPending, waiting, error };
}

/** True while a change of a kind is being sent, or waits, on any part of the page. */
export function useIsChanging(kind: Change['kind']): boolean {
  return (
    useIsMutating({
      mutationKey: CHANGE,
      predicate: ({ state }) => (state.variables as CallableChange).change.kind === kind,
    }) > 0
  );
}

/** Follows what a change started to its end, on whichever page, and tells it once. It is forgotten with the tab. */
function watchOperation(client: QueryClient, change: Change, sent: SentChange): void {
  readAgain(client);
  let isOver = false;
  const stop = new QueryObserver(client, queries.operation(sent.operation)).subscribe(({ data }) => {
    // What was observed before it stopped may still be told.
    if (!isOver && data && data.status !== 'running') {
      isOver = true;
      stop();
      readAgain(client);
      void notifyEnd(change, data, sent);
    }
  });
}

/** Reads anew what a change may have touched; what is being read now may be from before it. */
export function readAgain(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: queries.endpoints.queryKey });
  void client.invalidateQueries({ queryKey: FOLLOW });
}

async function notifyEnd(change: Change, { status, error }: OperationProgress, sent: SentChange): Promise<void> {
  if (status !== 'succeeded') {
    notify('error', failedTitle(change), error?.cause || error?.message || 'Azure gave no reason.');
    return;
  }
  // Where it can't be read, Azure's word counts.
  const now =
    change.kind === 'refresh' || isDecision(change)
      ? undefined
      : await findEndpoint(change.name).catch(() => 'unreadable' as const);
  const difference = now === 'unreadable' ? '' : describeDifference(change, now);
  if (difference) {
    notify('warning', failedTitle(change), difference);
    return;
  }
  notify('success', ...doneText(change));
  const lost = now === 'unreadable' ? [] : lostMeanwhile(change, sent, now);
  if (lost.length > 0) {
    notify(
      'warning',
      `Tags of ${change.name} were overwritten`,
      `Someone else had set them meanwhile: ${lost.join(', ')}. Set them again.`
    );
  }
}

/** What the endpoint has lost of the tags that someone else set while the change was under way. */
function lostMeanwhile(change: Change, { overwritten }: SentChange, now: Endpoint | undefined): string[] {
  const mine = change.kind === 'update' && 'tags' in change.fields ? change.fields.tags : { seen: {}, wanted: {} };
  return overwritten && now ? lostTags(overwritten, now.tags, mine) : [];
}

const events = {
  success: AppEvents.alertSuccess,
  warning: AppEvents.alertWarning,
  error: AppEvents.alertError,
};

/** Tells the end of something in one of Grafana's toasts. */
function notify(severity: keyof typeof events, title: string, detail: string): void {
  getAppEvents().publish({ type: events[severity].name, payload: [title, detail] });
}

/** The last operation on an endpoint that was started in this tab, and how it is going; undefined for none. */
export function useLastOperation(name: string): (Operation & Partial<OperationProgress>) | undefined {
  const started = useMutationState({
    filters: { mutationKey: CHANGE, status: 'success' },
    select: ({ state }) => (state.data as SentChange).operation,
  });
  const last = started.filter((operation) => operation.name.toLowerCase() === name.toLowerCase()).at(-1);
  const { data } = useQuery(
    last ? queries.operation(last) : { queryKey: [...CHANGE, 'no operation'], queryFn: skipToken }
  );
  return last && { ...last, ...data };
}
