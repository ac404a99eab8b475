/** A resource that a search found, in the short form of the backend's answer; '' where Azure said nothing. */
export interface FoundTarget {
  /** ARM id; its casing may vary. */
  id: string;
  name: string;
  /** Resource type; Resource Graph answers it in lower case. */
  type: string;
  kind: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  sku: string;
}

/** The first results of a search; `truncated` says that there are more. */
export interface FoundTargets {
  targets: FoundTarget[];
  truncated: boolean;
}
