import { useMemo } from 'react';
import * as z from 'zod/mini';
import { type Endpoint } from '../domain/endpoint';
import { type Place } from '../domain/place';
import { isUsable } from '../domain/state/status';
import { keptItems, useKeptItems } from './keptItems';

/** Data sources that are to use an endpoint as soon as it is usable. */
export interface PreparedFill {
  /** Name of the endpoint. */
  endpoint: string;
  place: Place;
  chosen: Array<{
    uid: string;
    /** Name of the data source. */
    name: string;
    /** The host that the admin named; '' to let the rules choose. */
    host: string;
  }>;
  /** Milliseconds since 1970. */
  at: number;
}

const text = z.string();

const prepared = keptItems<PreparedFill>(
  'prepared',
  z.object({
    endpoint: text,
    place: z.enum(['inside', 'tower']),
    chosen: z.array(z.object({ uid: text, name: text, host: text })),
    at: z.number(),
  })
);

const idOf = (place: Place, endpoint: string) => `${place}-${endpoint.toLowerCase()}`;

/** Keeps a choice in this browser until it is filled in or forgotten; an empty one is forgotten. */
export function keepPrepared(workspaceId: string, choice: PreparedFill): void {
  if (choice.chosen.length > 0) {
    prepared.put(workspaceId, idOf(choice.place, choice.endpoint), choice);
  } else {
    forgetPrepared(workspaceId, choice.place, choice.endpoint);
  }
}

/** Forgets what was prepared for an endpoint. */
export function forgetPrepared(workspaceId: string, place: Place, endpoint: string): void {
  prepared.remove(workspaceId, idOf(place, endpoint));
}

/** Takes data sources that were filled in out of what was prepared for an endpoint. */
export function settlePrepared(workspaceId: string, place: Place, endpoint: string, uids: readonly string[]): void {
  const before = prepared.find(workspaceId, idOf(place, endpoint));
  if (before) {
    keepPrepared(workspaceId, { ...before, chosen: before.chosen.filter(({ uid }) => !uids.includes(uid)) });
  }
}

/** What is prepared in a place, for all endpoints. */
export function usePrepared(workspaceId: string, place: Place | undefined): PreparedFill[] {
  const kept = useKeptItems(prepared, workspaceId);
  return useMemo(() => kept.map(({ value }) => value).filter((one) => one.place === place), [kept, place]);
}

/** What is prepared for endpoints that can be used now: to be offered. */
export function useReadyFills(
  workspaceId: string,
  place: Place | undefined,
  endpoints: readonly Endpoint[] | undefined
): PreparedFill[] {
  const prepared = usePrepared(workspaceId, place);
  return useMemo(() => {
    const usable = new Set((endpoints ?? []).filter(isUsable).map(({ name }) => name.toLowerCase()));
    return prepared.filter(({ endpoint }) => usable.has(endpoint.toLowerCase()));
  }, [prepared, endpoints]);
}
