import { useMemo } from 'react';
import * as z from 'zod/mini';
import { type FillReceipt } from '../domain/fillIn/undo';
import { type Place } from '../domain/place';
import { keptItems, useKeptItems } from './keptItems';

/** A change that was written from this browser, kept so that it can be undone after a reload. It holds no secret. */
export interface KeptReceipt extends FillReceipt {
  place: Place;
  /** Name of the endpoint that was filled in. */
  endpoint: string;
}

const text = z.string();
const authority = z.object({ scheme: text, host: text, port: text });

const receipts = keptItems<KeptReceipt>(
  'receipt',
  z.object({
    place: z.enum(['inside', 'tower']),
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
const idOf = (place: Place, uid: string) => `${place}-${uid}`;

/** Keeps the receipt of a change. */
export function keepReceipt(workspaceId: string, receipt: KeptReceipt): void {
  receipts.put(workspaceId, idOf(receipt.place, receipt.uid), receipt);
}

/** Forgets the receipt of a data source: it was undone, or nobody wants it any more. */
export function forgetReceipt(workspaceId: string, place: Place, uid: string): void {
  receipts.remove(workspaceId, idOf(place, uid));
}

/** The changes that can be undone in a place, newest first. */
export function useReceipts(workspaceId: string, place: Place | undefined): KeptReceipt[] {
  const kept = useKeptItems(receipts, workspaceId);
  return useMemo(
    () =>
      kept
        .map(({ value }) => value)
        .filter((receipt) => receipt.place === place)
        .sort((a, b) => b.at - a.at),
    [kept, place]
  );
}
