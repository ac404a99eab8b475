/** Keys of the kinds in the catalogue; stable, they stand in URLs. */
export type KindKey =
  | 'cosmosMongo'
  | 'cosmosMongoVcore'
  | 'cosmosPostgres'
  | 'dataExplorer'
  | 'monitorScope'
  | 'monitorWorkspace'
  | 'sqlManagedInstance'
  | 'sqlServer'
  | 'privateLinkService'
  | 'databricks'
  | 'postgresFlexible';

/** One sub-resource (group id) of a kind. Casing matters to some services, so it is sent as written here. */
export interface SubResource {
  groupId: string;
  title: string;
}

/** What an admin should look at before creating the endpoint. */
export interface BeforehandCheck {
  text: string;
  /** Documented by the vendor, or only likely (general knowledge, third parties). */
  certainty: 'documented' | 'likely';
}

/** One kind of private link resource that a managed private endpoint can point to. */
export interface TargetKind {
  key: KindKey;
  title: string;
  /** ARM resource type. */
  resourceType: string;
  /** Other spellings of the type that Azure's pages use. */
  otherTypes: readonly string[];
  /** The ARM `kind` that the resource must have, where the type holds more than one; '' otherwise. */
  armKind: string;
  /** First one first choice; empty when the kind takes none. */
  subResources: readonly SubResource[];
  /** Only a private link service is reached by a domain name of one's own. */
  domainName: boolean;
  /**
   * Host names that clients use; `{name}` and `{region}` come from the resource, `{any}` is one or more characters that
   * only Azure knows. Empty when the host is the admin's own, or there is none to fill in.
   */
  hosts: readonly string[];
  /** Port that clients use; undefined where it is the admin's own. */
  port: number | undefined;
  tls: 'required' | 'own';
  /**
   * Where a data source's address comes from: `endpoint` its domain name or private IP, `service` the service's own
   * public name (it resolves privately), `none` when there is no address to fill in.
   */
  address: 'endpoint' | 'service' | 'none';
  /** Grafana plugin ids, likeliest first. */
  dataSourceTypes: readonly string[];
  checks: readonly BeforehandCheck[];
  /** True for the ten kinds of Microsoft's how-to. */
  inHowTo: boolean;
  /** Where the entry comes from. */
  source: string;
  /** ISO date the entry was last checked. */
  checked: string;
}
