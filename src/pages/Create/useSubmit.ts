import { useEffect, useRef, useState } from 'react';
import { useCreateEndpoint } from '../../data/useCreateEndpoint';
import { type CreateRequest } from '../../domain/create/createRequest';

interface Input {
  name: string;
  request: CreateRequest;
  /** Name that was asked for before with an answer that got lost; '' otherwise. */
  sent: string;
  note: (sent: string) => void;
  /** Azure took it; `here` is false when the user has left the page meanwhile. */
  onAccepted: (name: string, here: boolean) => void;
  /** It waits in line for somebody else's change, and the user is still here. */
  onQueued: (name: string) => void;
}

/** Sends the request, leaves it to the queue where another change to the workspace runs, and settles lost answers. */
export function useSubmit({ name, request, sent, note, onAccepted, onQueued }: Input) {
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
    queued: (waiting) => mounted.current && onQueued(waiting),
  });
  const send = (lookOnly: boolean) => create.mutate({ name, request, sentBefore: sent, lookOnly });

  // A reload in the middle: look what became of it before anything can be sent.
  const look = useRef(() => send(true));
  const [openAtFirst] = useState(sent !== '');
  useEffect(() => {
    if (openAtFirst) {
      look.current();
    }
  }, [openAtFirst]);

  return {
    isBusy: create.isPending,
    isLooking: create.isPending && (create.variables?.sentBefore ?? '') !== '',
    result: create.data,
    send: () => send(false),
    look: () => send(true),
  };
}
