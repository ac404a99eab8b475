import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { dataSourcesAt } from '../api/dataSources';
import { toBackendError } from '../api/errors';
import { type Endpoint } from '../domain/endpoint';
import { type Failure } from '../domain/failure';
import { type FillReceipt } from '../domain/fillIn/undo';
import { type Place } from '../domain/place';
import { isEndpointReady } from '../domain/state/status';
import { noteDataSource } from './dataSources';
import { keptItems, useKeptItems } from './keptItems';
import { usePlace, useWorkspaceId } from './workspace';

const text = z.string();
const place = z.enum(['local', 'remote']);

/** A change that was written from this browser, kept so that it can be undone after a reload. It holds no secret. */
export interface KeptReceipt extends FillReceipt {
  place: Place;
  /** Name of the endpoint that was filled in. */
  endpoint: string;
}

const authority = z.object({ scheme: text, host: text, port: text });

const receipts = keptItems<KeptReceipt>(
  'receipt',
  z.object({
    place,
    endpoint: text,
    uid: text,
    name: text,
    before: authority,
    after: authority,
    version: z.number(),
    at: z.number(),
    sealed: text,
  })
);

// A second change makes the first one's receipt worthless: the data source has another version by then.
const receiptId = ({ place, uid }: KeptReceipt) => `${place}-${uid}`;

/** Keeps the receipt of a change. */
export function keepReceipt(workspaceId: string, receipt: KeptReceipt): void {
  receipts.put(workspaceId, receiptId(receipt), receipt);
}

/** The changes of data sources that can be undone here, newest first. */
export function useReceipts(): KeptReceipt[] {
  const kept = useKeptItems(receipts, useWorkspaceId());
  const here = usePlace()?.place;
  return useMemo(
    () =>
      kept
        .map(({ value }) => value)
        .filter((receipt) => receipt.place === here)
        .sort((a, b) => b.at - a.at),
    [kept, here]
  );
}

/** Takes a change back, which is refused when someone changed the data source since; `forget` drops its receipt. */
export function useUndoFill() {
  const client = useQueryClient();
  const workspaceId = useWorkspaceId();
  const forget = (receipt: KeptReceipt) => receipts.remove(workspaceId, receiptId(receipt));
  const undo = useMutation({
    mutationFn: (receipt: KeptReceipt) => dataSourcesAt(receipt.place).undo(receipt),
    onSuccess: (dataSource, receipt) => {
      forget(receipt);
      noteDataSource(client, receipt.place, dataSource);
    },
  });
  return { undo, forget };
}

/** How taking back several changes went: those that couldn't be, with the reason. */
export type RestoreResult = Array<{ name: string; failure: Failure }>;

/** Takes changes back, one after the other; one that can't be stops no other, and keeps its receipt. */
export function useRestoreFills() {
  const { undo } = useUndoFill();
  return useMutation<RestoreResult, never, { receipts: readonly KeptReceipt[]; onRestored: (uid: string) => void }>({
    mutationFn: async ({ receipts: all, onRestored }) => {
      const refused: RestoreResult = [];
      for (const receipt of all) {
        try {
          await undo.mutateAsync(receipt);
          onRestored(receipt.uid);
        } catch (thrown) {
          refused.push({ name: receipt.name, failure: toBackendError(thrown).failure });
        }
      }
      return refused;
    },
  });
}

/** Data sources that are to use an endpoint as soon as it is ready. */
export interface PlannedUpdate {
  /** Name of the endpoint. */
  endpoint: string;
  place: Place;
  chosen: Array<{
    uid: string;
    /** Name of the data source. */
    name: string;
    /** The host that the admin named; '' to let the rules choose. */
    host: string;
    /** Scheme and port that the admin chose; left out to let the rules choose. */
    scheme?: 'http' | 'https';
    port?: string;
  }>;
  /** Milliseconds since 1970. */
  at: number;
}

const plannedSource = z.object({
  uid: text,
  name: text,
  host: text,
  scheme: z.optional(z.enum(['http', 'https'])),
  port: z.optional(text),
});

const planned = keptItems<PlannedUpdate>(
  'planned',
  z.object({ endpoint: text, place, chosen: z.array(plannedSource), at: z.number() })
);

const plannedUpdateId = ({ place, endpoint }: Pick<PlannedUpdate, 'place' | 'endpoint'>) =>
  `${place}-${endpoint.toLowerCase()}`;

/** Keeps a choice in this browser until it is filled in or forgotten; an empty one is forgotten. */
export function keepPlannedUpdate(workspaceId: string, choice: PlannedUpdate): void {
  if (choice.chosen.length > 0) {
    planned.put(workspaceId, plannedUpdateId(choice), choice);
  } else {
    deletePlannedUpdate(workspaceId, choice);
  }
}

/** Forgets what was planned for an endpoint. */
export function deletePlannedUpdate(workspaceId: string, choice: Pick<PlannedUpdate, 'place' | 'endpoint'>): void {
  planned.remove(workspaceId, plannedUpdateId(choice));
}

/** Takes a data source that was filled in out of what was planned for an endpoint. */
export function settlePlannedUpdate(workspaceId: string, { place, endpoint, uid }: KeptReceipt): void {
  const before = planned.find(workspaceId, plannedUpdateId({ place, endpoint }));
  if (before) {
    keepPlannedUpdate(workspaceId, { ...before, chosen: before.chosen.filter((one) => one.uid !== uid) });
  }
}

/** What is planned for an endpoint. */
export function usePlannedUpdate(endpoint: string): PlannedUpdate | undefined {
  return usePlannedUpdates().find((one) => one.endpoint.toLowerCase() === endpoint.toLowerCase());
}

/** What is planned for endpoints that can be used now, to be offered. */
export function useReadyFills(endpoints: readonly Endpoint[] = []): PlannedUpdate[] {
  const all = usePlannedUpdates();
  return useMemo(() => {
    const ready = new Set(endpoints.filter(isEndpointReady).map(({ name }) => name.toLowerCase()));
    return all.filter(({ endpoint }) => ready.has(endpoint.toLowerCase()));
  }, [all, endpoints]);
}

function usePlannedUpdates(): PlannedUpdate[] {
  const kept = useKeptItems(planned, useWorkspaceId());
  const here = usePlace()?.place;
  return useMemo(() => kept.map(({ value }) => value).filter((one) => one.place === here), [kept, here]);
}
