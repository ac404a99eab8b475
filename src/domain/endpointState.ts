/** What someone who isn't an admin gets to know of an endpoint. Every field is always present, as in `Endpoint`. */
export interface EndpointStateAnswer {
  name: string;
  /** Of the target, such as Microsoft.Sql/servers; '' where it isn't known. */
  resourceType: string;
  subResources: string[];
  provisioningState: string;
  connectionState: string;
  /** Data sources can use it. */
  ready: boolean;
  /** RFC 3339, or ''. */
  createdAt: string;
}
