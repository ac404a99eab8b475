import { type JsonObject } from './json';

/**
 * One managed private endpoint as our backend answers it. Every field is always present: '' / [] / {} when Azure
 * said nothing. States are Azure's own open enums, so an unheard-of value is possible and is kept as it is.
 */
export interface Endpoint {
  /** ARM id; its casing may vary. */
  id: string;
  name: string;
  location: string;
  tags: Record<string, string>;
  /** How the write went: Accepted, Creating, Updating, Deleting, Succeeded, Failed, Canceled, Deleted, NotSpecified. */
  provisioningState: string;
  /** What the owner said, same as the workspace knew it at its last refresh: Pending, Approved, Rejected, Disconnected. */
  connectionState: string;
  /** The owner comment. */
  connectionDescription: string;
  /** ARM id of the private link resource. */
  targetId: string;
  targetRegion: string;
  /** Group ids; a private link service has none. */
  subResources: string[];
  requestMessage: string;
  domainName: string;
  privateIp: string;
  /** RFC 3339, or ''. */
  createdAt: string;
  createdBy: string;
  /** RFC 3339, or ''. */
  lastModifiedAt: string;
  lastModifiedBy: string;
  /** Keys of the resource or its properties that we don't know, as JSON. */
  extra: JsonObject;
  /** Host names that an admin confirmed for the target, from the app's settings: Azure knows nothing of them. */
  confirmedHosts?: readonly string[];
}
