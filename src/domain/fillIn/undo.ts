import { type AddressField, readField } from '../address/addressAdapters';
import { type DataSource } from '../address/dataSource';

/** What is kept of a change, so that it can be undone after a reload. */
export interface FillReceipt {
  uid: string;
  name: string;
  field: AddressField;
  before: string;
  after: string;
  /** Version that Grafana gave the data source when it was written. */
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  /** What the backend sealed in the control tower; '' in this Grafana, where the receipt is checked in the browser. */
  sealed: string;
}

/** How long a receipt is kept, in milliseconds: 30 days. */
export const receiptLifetime = 30 * 86_400_000;

/** Why a change can't be undone on the data source as it is now; '' when it can. */
export function undoRefusal(receipt: FillReceipt, now: DataSource): string {
  if (now.uid !== receipt.uid) {
    return 'This is another data source.';
  }
  if (readField(now, receipt.field) === receipt.before) {
    return 'The address is the old one already.';
  }
  if (readField(now, receipt.field) !== receipt.after) {
    return 'Somebody changed the address since. Nothing was undone.';
  }
  return now.version === receipt.version
    ? ''
    : 'Somebody changed this data source since. Open it to see what changed; nothing was undone.';
}

/** Receipts that are still worth keeping. */
export function freshReceipts(receipts: readonly FillReceipt[], now: number): FillReceipt[] {
  return receipts.filter(({ at }) => now - at < receiptLifetime);
}
