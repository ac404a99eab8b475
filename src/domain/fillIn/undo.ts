import { type AddressChange, changedAuthority, readAddress } from '../address/address';
import { type DataSource } from '../address/dataSource';
import { type Authority } from '../address/parts';
import { showHidden } from '../outsideText';

/**
 * What is kept of a change, so that it can be undone after a reload: scheme, host and port before and after. The rest of
 * an address didn't change, and may hold a password, which isn't to be kept in a browser.
 */
export interface FillReceipt {
  uid: string;
  /** Name of the data source. */
  name: string;
  before: Authority;
  after: Authority;
  /** Version that Grafana gave the data source when it was written. */
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  /** What the backend sealed in the other Grafana; '' in this Grafana, where the receipt is checked in the browser. */
  sealed: string;
}

/** Scheme, host and port of a data source's address before and after a change. @throws Error when it has no address that reads for sure */
export function changedAuthorities(
  dataSource: DataSource,
  change: AddressChange
): Pick<FillReceipt, 'before' | 'after'> {
  const address = readAddress(dataSource);
  if (!address) {
    throw new Error(`${dataSource.name} doesn’t have an address that can be changed.`);
  }
  const { scheme, host, port } = address.parts;
  return { before: { scheme, host, port }, after: changedAuthority(address, change) };
}

/** The receipt of a change, made of the data source as it was written. */
export function makeReceipt(
  { uid, name, version }: DataSource,
  authorities: Pick<FillReceipt, 'before' | 'after'>,
  sealed: string
): FillReceipt {
  return {
    uid,
    name: showHidden(name),
    ...authorities,
    version: typeof version === 'number' ? version : 0,
    at: Date.now(),
    sealed,
  };
}

/** Why a change can't be undone on the data source as it is now; '' when it can. */
export function undoRefusal(receipt: FillReceipt, now: DataSource): string {
  if (now.uid !== receipt.uid) {
    return 'This receipt belongs to another data source.';
  }
  const address = readAddress(now);
  if (address && sameAuthority(address.parts, receipt.before)) {
    return 'The previous address is already restored.';
  }
  if (!address || !sameAuthority(address.parts, receipt.after)) {
    return 'The address was edited since. Nothing was undone.';
  }
  return now.version === receipt.version
    ? ''
    : 'This data source was edited since. Open it to see the changes. Nothing was undone.';
}

function sameAuthority(a: Authority, b: Authority): boolean {
  return a.scheme === b.scheme && a.host === b.host && a.port === b.port;
}
