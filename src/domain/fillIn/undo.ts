import { readAddress } from '../address/address';
import { type AddressField } from '../address/addressAdapters';
import { type DataSource } from '../address/dataSource';

/**
 * What is kept of a change, so that it can be undone after a reload. It names hosts only: the rest of an address didn't
 * change, and may hold a password, which isn't to be kept in a browser.
 */
export interface FillReceipt {
  uid: string;
  /** Name of the data source. */
  name: string;
  field: AddressField;
  hostBefore: string;
  host: string;
  /** Version that Grafana gave the data source when it was written. */
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  /** What the backend sealed in the control tower; '' in this Grafana, where the receipt is checked in the browser. */
  sealed: string;
}

/** Why a change can't be undone on the data source as it is now; '' when it can. */
export function undoRefusal(receipt: FillReceipt, now: DataSource): string {
  if (now.uid !== receipt.uid) {
    return 'This is another data source.';
  }
  const address = readAddress(now);
  if (address?.adapter.field === receipt.field && address.host === receipt.hostBefore) {
    return 'The address is the old one already.';
  }
  if (address?.adapter.field !== receipt.field || address.host !== receipt.host) {
    return 'Somebody changed the address since. Nothing was undone.';
  }
  return now.version === receipt.version
    ? ''
    : 'Somebody changed this data source since. Open it to see what changed; nothing was undone.';
}
