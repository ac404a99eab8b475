import { useEffect, useRef, useState } from 'react';
import { useCreateEndpoint } from '../../data/useCreateEndpoint';
import { type CreateRequest } from '../../domain/create/createRequest';
import { enqueue, markConflict, type QueuedWrite } from '../../domain/operations/writeQueue';

interface Input {
  name: string;
  request: CreateRequest;
  /** Name that was asked for before with an answer that got lost; '' otherwise. */
  sent: string;
  note: (sent: string) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onAccepted: (name: string, here: boolean) => void;
}

/** Sends the request, waits where another change to the workspace runs, and settles answers that got lost. */
export function useSubmit({ name, request, sent, note, onAccepted }: Input) {
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const create = useCreateEndpoint({
    note,
    // Who has left meanwhile stays where they are; the operation is followed all the same.
    accepted: (created) => onAccepted(created, mounted.current),
  });
  const [turn, setTurn] = useState<QueuedWrite>();
  const send = (lookOnly: boolean) =>
    create.mutate(
      { name, request, sentBefore: sent, lookOnly },
      {
        onSuccess: (result) => {
          if (result.state !== 'conflict') {
            setTurn(undefined);
            return;
          }
          const { retryAfter = 0 } = result.failure;
          setTurn((before) => {
            const queue = before ? [before] : enqueue([], name, 'create', name);
            return markConflict(queue, name, retryAfter, Date.now())[0];
          });
        },
      }
    );

  // Latest functions for the timer and the first look, which must not start again when they change.
  const latest = useRef(send);
  latest.current = send;

  const until = turn?.notBefore ?? 0;
  useEffect(() => {
    if (until > 0) {
      const timer = setTimeout(() => latest.current(false), Math.max(0, until - Date.now()));
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [until]);

  // A reload in the middle: look what became of it before anything can be sent.
  const [openAtFirst] = useState(sent !== '');
  useEffect(() => {
    if (openAtFirst) {
      latest.current(true);
    }
  }, [openAtFirst]);

  return {
    isBusy: create.isPending,
    isLooking: create.isPending && (create.variables?.sentBefore ?? '') !== '',
    result: create.data,
    /** Milliseconds since 1970 at which it is tried again; 0 while it doesn't wait. */
    waitsUntil: until,
    send: () => send(false),
    look: () => send(true),
    stopWaiting: () => {
      setTurn(undefined);
      create.reset();
    },
  };
}
