import { kindByType, takesDomainName } from '../catalogue/catalogue';
import { accept, type Checked } from '../checked';
import { type Endpoint } from '../endpoint';
import { buildResourceId, parseResourceId, type ResourceId, resourceName, resourceType } from '../resourceId';

/** The endpoint that is written as code. */
export interface ExportInput {
  /** ARM id of the workspace. */
  workspaceId: string;
  /** The workspace's location: always written, because Azure CLI would take the resource group's. */
  location: string;
  name: string;
  targetId: string;
  /** '' leaves it out. */
  targetRegion: string;
  subResources: readonly string[];
  /** '' leaves it out. */
  requestMessage: string;
  /** '' leaves it out. */
  domainName: string;
  tags: Readonly<Record<string, string>>;
}

/** The input with the parts of its ids. */
export interface ExportParts extends ExportInput {
  workspace: ResourceId;
  workspaceName: string;
  target: ResourceId;
  targetName: string;
}

/** Endpoints of one workspace, at least one. */
export type ExportEndpoints = readonly [ExportParts, ...ExportParts[]];

/** What a script says while it waits between creating and refreshing. */
export function ownersMustApprove({ length }: ExportEndpoints): string {
  return length === 1
    ? 'The resource owner must approve the request now. Press Enter once it is approved.'
    : 'The resource owners must approve the requests now. Press Enter once they are approved.';
}

/** A request, with its ids taken apart; refuses ids that can't be read, because code made of them would not work. */
export function exportParts(input: ExportInput): Checked<ExportParts> {
  const parts = takeApart(input);
  if (!parts.ok) {
    return parts;
  }
  const { target } = parts.value;
  const kind = kindByType(resourceType(target));
  return accept({
    ...parts.value,
    targetId: buildResourceId(withType(target, kind?.resourceType ?? resourceType(target))),
    domainName: takesDomainName(kind) ? input.domainName : '',
    subResources: input.subResources.filter((id) => id !== ''),
  });
}

/**
 * An endpoint that exists, letter by letter as Azure answers it: what differs would be a change, and for most of it a
 * replacement.
 */
export function existingParts(endpoint: Endpoint, workspaceId: string): Checked<ExportParts> {
  const { name, location, targetId, targetRegion, subResources, requestMessage, domainName, tags } = endpoint;
  return takeApart({
    ...{ workspaceId, location, name, targetId, targetRegion, subResources, requestMessage, domainName, tags },
  });
}

function takeApart(input: ExportInput): Checked<ExportParts> {
  const workspace = parseResourceId(input.workspaceId);
  const target = parseResourceId(input.targetId);
  if (!workspace.ok) {
    return workspace;
  }
  if (!target.ok) {
    return target;
  }
  return accept({
    ...input,
    workspaceId: buildResourceId(withType(workspace.value, 'Microsoft.Dashboard/grafana')),
    workspace: workspace.value,
    workspaceName: resourceName(workspace.value),
    target: target.value,
    targetName: resourceName(target.value),
  });
}

// Azure answers ids in any casing, but Terraform compares the fixed parts of an id letter by letter.
function withType(id: ResourceId, type: string): ResourceId {
  const at = type.indexOf('/');
  return { ...id, provider: type.slice(0, at), types: type.slice(at + 1).split('/') };
}
