import { kindByType, kindOfTarget } from '../catalogue/catalogue';
import { accept, type Checked } from '../checked';
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

/** Takes the ids apart; refuses ids that can't be read, because code made of them would not work. */
export function exportParts(input: ExportInput): Checked<ExportParts> {
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
    targetId: buildResourceId(
      withType(target.value, kindByType(resourceType(target.value))?.resourceType ?? resourceType(target.value))
    ),
    domainName: (kindOfTarget(input.targetId)?.address ?? 'endpoint') === 'endpoint' ? input.domainName : '',
    subResources: input.subResources.filter((id) => id !== ''),
    workspace: workspace.value,
    workspaceName: resourceName(workspace.value),
    target: target.value,
    targetName: resourceName(target.value),
  });
}

// Azure answers ids in any casing, but Terraform compares the fixed parts of an id letter by letter.
function withType(id: ResourceId, type: string): ResourceId {
  const [provider = '', ...types] = type.split('/');
  return { ...id, provider, types };
}
