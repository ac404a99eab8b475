import facts from '../../../catalogue/linkServices.json';

/** Where a data source runs that has no private link of its own. */
export type HostingPlace = 'aks' | 'loadBalancer' | 'vnet' | 'vendor';

/** Keys of the vendors whose procedure is known. */
type VendorKey = keyof typeof facts.vendors;

/** What a fact cites. */
interface FactSource {
  title: string;
  url: string;
  /** ISO date it was last checked. */
  checked: string;
}

/** What to know before there is a private link service. */
export interface HostingFact {
  /** `needed` beforehand, what `fails`, or something to note. */
  about: 'needed' | 'fails' | 'note';
  text: string;
  certainty: 'documented' | 'probable';
  source: FactSource;
}

/** How a vendor offers its service over Azure Private Link. */
export interface Vendor {
  key: VendorKey;
  title: string;
  /** What the vendor's customers get. */
  gives: string;
  /** What the vendor asks its customers for. */
  wants: string;
  /** Shape of the host names, with `<…>` for what differs. */
  domainName: string;
  source: FactSource;
}

function sourceOf(key: string): FactSource {
  return facts.sources[key as keyof typeof facts.sources];
}

/** The annotations that AKS documents for private link services. */
export const linkServiceAnnotations: readonly string[] = facts.annotations.names;

const hostingFacts = facts.facts.map((fact) => ({ ...fact, source: sourceOf(fact.source) })) as ReadonlyArray<
  HostingFact & { places: HostingPlace[] }
>;

/** What to know for a place, in the order in which it is told. */
export function factsFor(place: HostingPlace): HostingFact[] {
  return hostingFacts.filter(({ places }) => places.includes(place));
}

/** The vendors whose procedure is known. */
export const vendors: readonly Vendor[] = Object.entries(facts.vendors).map(([key, vendor]) => ({
  ...vendor,
  key: key as VendorKey,
  source: sourceOf(vendor.source),
}));

/** The vendor with a key; undefined where there is none. */
export function vendorByKey(key: string): Vendor | undefined {
  return vendors.find((vendor) => vendor.key === key);
}
